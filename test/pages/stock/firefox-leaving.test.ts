import { firefoxScreens } from '../leaving/firefox-screen.ts';
import { leavingTests } from '../leaving/leaving-tests.ts';
import { tellingPlaces } from '../leaving/walks.ts';
import { stockBrowser } from './stock-browsers.ts';

// Firefox keeps no whole page that must not be stored, and gives no field back: ours are empty in any case.
leavingTests(firefoxScreens(stockBrowser('firefox')), { from: tellingPlaces, keepsPages: false });
