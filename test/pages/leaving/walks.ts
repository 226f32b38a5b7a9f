import type { Screen } from './screen.ts';

/** The words of a child at a computer that others use. Nobody wrote them. */
export const words = 'Kanarina e verdhë';
export const message = 'Kanarina e kuqe';
export const wrongCode = '7K3M-9QXR-2F5T-8WNA-Z';

/** Nothing of these may be seen by the next one at the screen. */
export const secrets = new RegExp(`${words}|${message}|(?:[0-9A-Z]{4}-){4}[0-9A-Z]`);

/** From the start page to the last part of the form. */
export async function fillForm(screen: Screen): Promise<void> {
  await screen.press('summary');
  await screen.press('label:has([value=cyberbullying])');
  await screen.press('a[href="#2"]');
  await screen.type('#f-narrative', words);
  await screen.press('section:target a[href="#3"]');
  await screen.press('section:target a[href="#4"]');
}

export async function sendForm(screen: Screen): Promise<void> {
  await screen.press('main button[value=send]');
  await screen.until('.code');
}

/** The code on the page. */
export async function codeOn(screen: Screen): Promise<string> {
  return (await screen.see<string>(`document.querySelector('.code')?.textContent ?? ''`)).trim();
}

const openForm = async (screen: Screen): Promise<void> => {
  await screen.press('.doors a[href$="/c"]');
  await screen.until('#f-narrative');
};
const report = async (screen: Screen): Promise<void> => {
  await openForm(screen);
  await fillForm(screen);
  await sendForm(screen);
};
const writeMessage = async (screen: Screen): Promise<void> => {
  await report(screen);
  await screen.press('main button[value=open]');
  await screen.until('#f-text');
  await screen.type('#f-text', message);
  await screen.press('main button[value=message]');
  await screen.until('.thread .you');
};
const openCode = async (screen: Screen): Promise<void> => {
  await screen.press('.doors a[href$="/code"]');
  await screen.until('#f-receipt');
};

type Places = Readonly<Record<string, (screen: Screen, url: string) => Promise<void>>>;

/** Pages with something on them that the next one must not see, reached from the start page. */
export const tellingPlaces: Places = {
  'a code that opens nothing': async (screen) => {
    await openCode(screen);
    await screen.type('#f-receipt', wrongCode);
    await screen.press('main button[value=open]');
    await screen.until('[role=alert]');
  },
  'the form': async (screen) => {
    await openForm(screen);
    await fillForm(screen);
  },
  'a form that was refused': async (screen) => {
    await openForm(screen);
    await screen.press('a[href="#2"]');
    await screen.type('#f-narrative', words);
    await screen.press('section:target a[href="#3"]');
    await screen.press('section:target a[href="#4"]');
    await screen.press('main button[value=send]');
    await screen.until('[role=alert]');
  },
  'the receipt': report,
  'the thread': writeMessage,
};

/** Every page that somebody leaves from. */
export const places: Places = {
  ...tellingPlaces,
  'the page for a code': async (screen) => {
    await openCode(screen);
    await screen.type('#f-receipt', wrongCode);
  },
  'the question whether to lock': async (screen) => {
    await writeMessage(screen);
    await screen.press('main button[value=lock]');
    await screen.until('button[value=lock-now]');
  },
  'the start page': () => Promise.resolve(),
  'the help page': async (screen) => {
    await screen.press('footer a[href$="/help"]');
    await screen.until('main .phones');
  },
  'the figures': (screen, url) => screen.goTo(`${url}/sq/numbers`),
  'a page that is not there': (screen, url) => screen.goTo(`${url}/sq/nothing`),
};
