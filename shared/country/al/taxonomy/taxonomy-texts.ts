import type { TaxonomyTexts } from '#shared/domain/country-pack.ts';
import { categoryLabels } from './category-labels.ts';

/** The texts that a form shows around the questions. Only the function that answers the taxonomy loads them. */
export const taxonomyTexts: TaxonomyTexts = {
  categories: categoryLabels,
  showFirst: {
    suicide_self_harm: {
      sq: 'Nuk je vetëm. Telefono tani 116 111, falas, ditë e natë. Nëse je në rrezik, telefono 112 ose 127. Nuk ke nevojë të plotësosh asgjë më parë.',
      en: 'You are not alone. Call 116 111 now, free, day and night. If you are in danger, call 112 or 127. You do not have to fill in anything first.',
    },
    threat_violence: {
      sq: 'Nëse dikush mund të lëndohet sot, telefono 129 ose 112 menjëherë. Pastaj na trego ne.',
      en: 'If someone may get hurt today, call 129 or 112 right away. Then tell us.',
    },
    missing_child: {
      sq: 'Telefono tani 129 ose 116 000. Nuk duhet të presësh asnjë orë për të njoftuar që një fëmijë mungon.',
      en: 'Call 129 or 116 000 now. You do not have to wait any hours before saying that a child is missing.',
    },
    abuse_offline: {
      sq: 'Nëse je në rrezik tani, telefono 129 ose 112. Mund të flasësh me dikë në 116 111. Nuk është faji yt.',
      en: 'If you are in danger now, call 129 or 112. You can talk to someone on 116 111. It is not your fault.',
    },
    sexual_extortion: {
      sq: 'Nuk je në telashe dhe nuk është faji yt. Mos paguaj, mos dërgo më asgjë dhe mos i fshi mesazhet. Mund të flasësh tani me dikë në 116 111.',
      en: 'You are not in trouble and it is not your fault. Do not pay, do not send anything more, and do not delete the messages. You can talk to someone now on 116 111.',
    },
    csam: {
      sq: 'Na dërgo vetëm adresën e faqes ose emrin e grupit. Mos e ruaj, mos e dërgo, mos bëj foto të ekranit. Nuk duhet ta shohësh më.',
      en: "Send us only the address of the page or the name of the group. Don't save it, don't send it on, don't take a screenshot. You don't have to look at it again.",
    },
    csam_synthetic: {
      sq: 'Na dërgo vetëm adresën e faqes ose emrin e llogarisë. Mos e ruaj, mos e dërgo, mos bëj foto të ekranit. Edhe kur fotoja është e rreme, dëmi është i vërtetë.',
      en: "Send us only the address of the page or the name of the account. Don't save it, don't send it on, don't take a screenshot. Even when the picture is fake, the harm is real.",
    },
    intimate_image: {
      sq: 'Mos na e dërgo foton. Na trego vetëm ku është. Nëse je nën 18 vjeç në foto, Take It Down mund të ndihmojë që të mos përhapet.',
      en: 'Do not send us the picture. Only tell us where it is. If you are under 18 in it, Take It Down can help to stop it from spreading.',
    },
    grooming: {
      sq: 'Nëse dikush do të të takojë sot, mos shko vetëm dhe telefono 116 111. Nuk je në telashe.',
      en: 'If someone wants to meet you today, do not go alone, and call 116 111. You are not in trouble.',
    },
    illegal_site: {
      sq: 'Na dërgo vetëm adresën. Mos e hap përsëri dhe mos bëj foto të ekranit.',
      en: "Send us only the address. Don't open it again and don't take a screenshot.",
    },
  },
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
    ai_chatbot: { sq: 'Një program që bisedon (IA)', en: 'An AI chatbot' },
    other: { sq: 'Diçka tjetër', en: 'Something else' },
    unknown: { sq: 'Nuk e di', en: "I don't know" },
  },
  flags: {
    inDanger: { sq: 'A je ti ose dikush tjetër në rrezik tani?', en: 'Are you or someone else in danger right now?' },
    selfHarm: {
      sq: 'A mendon ti ose dikush tjetër ta lëndojë veten?',
      en: 'Are you or is someone else thinking of hurting themselves?',
    },
    offlineViolence: {
      sq: 'A mund të lëndohet dikush edhe jashtë internetit, për shembull në shkollë?',
      en: 'Could someone also get hurt outside the internet, for example at school?',
    },
    weapon: { sq: 'A flitet për armë ose thikë?', en: 'Is there talk of a weapon or a knife?' },
    meetingArranged: {
      sq: 'A është lënë një takim, ose dikush po kërkon takim?',
      en: 'Has a meeting been arranged, or is someone asking for one?',
    },
    liveNow: { sq: 'A po ndodh tani, për shembull në transmetim live?', en: 'Is it happening now, for example live?' },
    missing: { sq: 'A mungon një fëmijë?', en: 'Is a child missing?' },
    sexualImageOfMinor: {
      sq: 'A ka foto ose video të zhveshura apo seksuale të dikujt nën 18 vjeç?',
      en: 'Are there naked or sexual pictures or videos of someone under 18?',
    },
    threatToShare: {
      sq: 'A po kërcënon dikush se do të përhapë diçka?',
      en: 'Is someone threatening to share something?',
    },
    imagePublic: { sq: 'A e kanë parë tashmë të tjerët?', en: 'Have others already seen it?' },
    paymentAsked: { sq: 'A kërkoi dikush para ose dhurata?', en: 'Did someone ask for money or gifts?' },
    paymentMade: { sq: 'A janë dhënë para ose dhurata?', en: 'Was money or a gift given?' },
    repeated: { sq: 'A ka ndodhur më shumë se një herë?', en: 'Has it happened more than once?' },
  },
  wishes: {
    school: { sq: 'A mund t’i tregojmë shkollës?', en: 'May we tell the school?' },
    parents: { sq: 'A mund t’u tregojmë prindërve?', en: 'May we tell the parents?' },
    police: { sq: 'A mund t’i tregojmë policisë?', en: 'May we tell the police?' },
  },
  wishAnswers: {
    yes: { sq: 'Po', en: 'Yes' },
    no: { sq: 'Jo', en: 'No' },
    ask_me: { sq: 'Më pyet më parë', en: 'Ask me first' },
  },
  beforeYouSend: {
    sq: 'Ajo që shkruan mbetet te ne. Nëse ti ose dikush tjetër mund të lëndohet rëndë, ose një i rritur po lëndon seksualisht një fëmijë, ligji thotë që duhet t’ia tregojmë policisë ose mbrojtjes së fëmijëve. Përpiqemi të të tregojmë ty më parë.',
    en: 'What you write stays with us. If you or someone else may be badly hurt, or an adult is sexually hurting a child, the law says we must tell the police or child protection. We try to tell you first.',
  },
};

function same(name: string): { sq: string; en: string } {
  return { sq: name, en: name };
}
