import { chromiumScreens } from '../leaving/chromium-screen.ts';
import { leavingTests } from '../leaving/leaving-tests.ts';
import { tellingPlaces } from '../leaving/walks.ts';
import { launchStockChromium } from './stock-browsers.ts';

leavingTests(chromiumScreens(launchStockChromium), { from: tellingPlaces, keepsPages: true });
