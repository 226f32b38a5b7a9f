import type { TaxonomyTexts } from '#shared/domain/country-pack.ts';
import { addressed, forBoth } from '../texts/addressed.ts';
import { categoryLabels } from './category-labels.ts';
import { showFirst } from './show-first.ts';

/** The texts that a form shows around the questions. Only the function that answers the taxonomy loads them. */
export const taxonomyTexts: TaxonomyTexts = {
  categories: categoryLabels,
  showFirst,
  platforms: {
    tiktok: same('TikTok'),
    instagram: same('Instagram'),
    facebook: same('Facebook'),
    messenger: same('Messenger'),
    whatsapp: same('WhatsApp'),
    snapchat: same('Snapchat'),
    youtube: same('YouTube'),
    telegram: same('Telegram'),
    viber: same('Viber'),
    discord: same('Discord'),
    x: same('X (Twitter)'),
    threads: same('Threads'),
    reddit: same('Reddit'),
    pinterest: same('Pinterest'),
    twitch: same('Twitch'),
    roblox: same('Roblox'),
    minecraft: same('Minecraft'),
    fortnite: same('Fortnite'),
    pubg: same('PUBG'),
    steam: same('Steam'),
    playstation: same('PlayStation'),
    xbox: same('Xbox'),
    google_meet: same('Google Meet'),
    teams: same('Microsoft Teams'),
    email: same('Email'),
    phone: { sq: 'Telefon ose SMS', en: 'Phone or text message' },
    website: { sq: 'Një faqe interneti', en: 'A website' },
    ai_chatbot: { sq: 'Një chatbot (IA), si ChatGPT', en: 'An AI chatbot, such as ChatGPT' },
    other: { sq: 'Diçka tjetër', en: 'Something else' },
    unknown: { sq: 'Nuk e di', en: "I don't know" },
  },
  flags: {
    inDanger: addressed({
      ti: 'A je në rrezik tani, ti ose dikush tjetër?',
      ju: 'A është dikush në rrezik tani: fëmija, ju ose dikush tjetër?',
      en: 'Are you or someone else in danger right now?',
      enAdult: 'Is somebody in danger right now: the child, you or someone else?',
    }),
    selfHarm: addressed({
      ti: 'A mendon ta lëndosh veten, ose e mendon këtë dikush tjetër?',
      ju: 'A mendon dikush ta lëndojë veten: fëmija, ju ose dikush tjetër?',
      en: 'Are you or is someone else thinking of hurting themselves?',
      enAdult: 'Is somebody thinking of hurting themselves: the child, you or someone else?',
    }),
    offlineViolence: forBoth({
      sq: 'A mund të lëndohet dikush edhe jashtë internetit, për shembull në shkollë?',
      en: 'Could someone also get hurt outside the internet, for example at school?',
    }),
    weapon: forBoth({ sq: 'A flitet për armë ose thikë?', en: 'Is there talk of a weapon or a knife?' }),
    meetingArranged: forBoth({
      sq: 'A është lënë një takim, ose dikush po kërkon takim?',
      en: 'Has a meeting been arranged, or is someone asking for one?',
    }),
    liveNow: forBoth({
      sq: 'A po ndodh tani, për shembull në transmetim live?',
      en: 'Is it happening now, for example live?',
    }),
    missing: forBoth({ sq: 'A mungon një fëmijë?', en: 'Is a child missing?' }),
    sexualImageOfMinor: forBoth({
      sq: 'A ka foto ose video pa rroba, ose seksuale, të dikujt nën 18 vjeç?',
      en: 'Are there naked or sexual pictures or videos of someone under 18?',
    }),
    threatToShare: forBoth({
      sq: 'A po kërcënon dikush se do të përhapë diçka?',
      en: 'Is someone threatening to share something?',
    }),
    imagePublic: forBoth({ sq: 'A e kanë parë të tjerë?', en: 'Have others already seen it?' }),
    paymentAsked: forBoth({ sq: 'A kërkoi dikush para ose dhurata?', en: 'Did someone ask for money or gifts?' }),
    paymentMade: forBoth({ sq: 'A janë dhënë para ose dhurata?', en: 'Was money or a gift given?' }),
    repeated: forBoth({ sq: 'A ka ndodhur më shumë se një herë?', en: 'Has it happened more than once?' }),
  },
  wishes: {
    school: forBoth({ sq: 'A mund t’i tregojmë shkollës?', en: 'May we tell the school?' }),
    parents: forBoth({ sq: 'A mund t’u tregojmë prindërve?', en: 'May we tell the parents?' }),
    police: forBoth({ sq: 'A mund t’i tregojmë policisë?', en: 'May we tell the police?' }),
  },
  wishAnswers: {
    yes: forBoth({ sq: 'Po', en: 'Yes' }),
    no: forBoth({ sq: 'Jo', en: 'No' }),
    // What the reader says to the centre, which is many.
    ask_me: addressed({ ti: 'Më pyet më parë', ju: 'Më pyesni më parë', en: 'Ask me first' }),
  },
  beforeYouSend: addressed({
    ti: 'Ajo që shkruan mbetet te ne. Ka dy raste kur ligji na detyron të njoftojmë policinë ose shërbimin për mbrojtjen e fëmijëve: kur ti ose dikush tjetër mund të dëmtohet rëndë, dhe kur një i rritur abuzon seksualisht me një fëmijë. Përpiqemi të ta themi ty më parë.',
    ju: 'Ajo që shkruani mbetet te ne. Ka dy raste kur ligji na detyron të njoftojmë policinë ose shërbimin për mbrojtjen e fëmijëve: kur dikush mund të dëmtohet rëndë, dhe kur një i rritur abuzon seksualisht me një fëmijë. Përpiqemi t’jua themi ju më parë.',
    en: 'What you write stays with us. In two cases the law makes us tell the police or child protection. One is when you or someone else may be badly hurt. The other is when an adult is sexually hurting a child. We try to tell you first.',
  }),
};

function same(name: string): { sq: string; en: string } {
  return { sq: name, en: name };
}
