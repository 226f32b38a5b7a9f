import { launchBrowser } from '../browser.ts';
import { chromiumScreens } from './chromium-screen.ts';
import { leavingTests } from './leaving-tests.ts';

// The browser of the packages keeps no whole page, whatever it is told. Those of the system do (`stock`).
leavingTests(chromiumScreens(launchBrowser), { keepsPages: false });
