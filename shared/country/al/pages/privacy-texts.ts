import type { PrivacyOfPack } from '#shared/domain/pages/privacy-texts.ts';
import { addressed, forBoth } from '../texts/addressed.ts';

/**
 * What becomes of a reporter's data, and where to complain. Each sentence is true of the code: numbers come from the
 * retention policy, and what stands on a button of another page stands there so. Source: docs/data-protection.md.
 */
export const privacy: PrivacyOfPack = {
  texts: {
    sections: {
      kept: {
        heading: forBoth({ sq: 'Çfarë ruajmë', en: 'What we keep' }),
        text: addressed({
          ti: 'Ruajmë atë që na shkruan dhe kur na e shkruan. Emrin, telefonin dhe emailin i kemi vetëm nëse na i jep ti. Fjalët e tua i mbajmë të mbyllura me çelës. Nuk ruajmë nga cili telefon ose kompjuter na shkruan.',
          ju: 'Ruajmë atë që na shkruani, kur na e shkruani dhe çfarë bëmë ne. Emrin, telefonin dhe emailin i kemi vetëm nëse na i jepni. Fjalët, adresat dhe kontaktet ruhen të koduara, me çelësa të veçantë për çdo raportim. Nuk ruajmë nga cili telefon ose kompjuter na shkruani.',
          en: 'We keep what you write to us, and when you wrote it. We have your name, phone and email only if you give them to us. We keep your words locked. We do not keep from which phone or computer you write.',
          enAdult:
            'We keep what you write to us, when you wrote it, and what we did. We have your name, phone and email only if you give them to us. Words, addresses and contacts are kept encrypted, under keys of their own for each report. We do not keep from which phone or computer you write.',
        }),
      },
      seen: {
        heading: forBoth({ sq: 'Kush i sheh', en: 'Who sees it' }),
        text: addressed({
          ti: 'Fjalët e tua i hapin vetëm ata të ekipit tonë që merren me raportimet. Sa herë që dikush i hap, shënohet kush ishte dhe kur. Nëse dikush që të ka bërë keq punon te ne, na e thuaj: mund të bëjmë që të mos i hapë dot. Me kodin tënd sheh kë kemi njoftuar.',
          ju: 'Fjalët tuaja i hapin vetëm ata të ekipit tonë që merren me raportimet. Sa herë që dikush i hap, shënohet kush ishte, kur dhe pse. Nëse dikush që ka bërë keq punon te ne, na e thoni: mund të bëjmë që të mos i hapë dot. Me kodin tuaj shihni kë kemi njoftuar.',
          en: 'Only those of our team who work on reports open your words. Each time, it is written down who it was, and when. If whoever did harm works with us, tell us: we can keep them out. With your code you see whom we have told.',
          enAdult:
            'Only those of our team who work on reports open your words. Each time, it is written down who it was, when and why. If whoever did harm works with us, tell us: we can keep them out. With your code you see whom we have told.',
        }),
      },
      end: {
        heading: forBoth({ sq: 'Deri kur', en: 'For how long' }),
        text: addressed({
          ti: 'Pasi e mbyllim raportimin tënd, e ruajmë edhe pak, që ta gjejmë nëse ndodh përsëri. Zakonisht jo më shumë se {mostYears} vjet.\n\nNëse e tërheq dhe nuk kemi njoftuar askënd, zakonisht jo më shumë se {withdrawnDays} ditë. Nëse policia ose prokuroria ende nuk na ka dhënë përgjigje, zakonisht jo më shumë se {justiceYears} vjet. Ndonjëherë duhet më gjatë, për shembull për një gjykatë.\n\nPastaj i fshijmë të gjitha. Pas {restoreDays} ditësh fjalët e tua nuk i kthen dot më askush. Mbeten vetëm shifra pa emra, dhe kush i ka hapur. Ajo që u kemi treguar të tjerëve mbetet tek ata.',
          ju: 'Pasi e mbyllim raportimin tuaj, e ruajmë edhe për njëfarë kohe, që ta gjejmë nëse ndodh përsëri. Zakonisht jo më shumë se {mostYears} vjet.\n\nNëse e tërhiqni dhe nuk kemi njoftuar askënd, zakonisht jo më shumë se {withdrawnDays} ditë. Nëse policia ose prokuroria ende nuk na ka dhënë përgjigje, zakonisht jo më shumë se {justiceYears} vjet. Ndonjëherë duhet më gjatë, për shembull për një gjykatë.\n\nPastaj i fshijmë të gjitha. Pas {restoreDays} ditësh fjalët tuaja nuk i kthen dot më askush. Mbeten vetëm shifra pa emra, dhe kush i ka hapur. Ajo që u kemi treguar të tjerëve mbetet tek ata.',
          en: 'After we have closed your report, we keep it for some time, so that we find it if it happens again. Usually not longer than {mostYears} years.\n\nIf you take it back and we have told nobody, usually not longer than {withdrawnDays} days. If the police or prosecutors have not answered us yet, usually not longer than {justiceYears} years. Sometimes it is needed for longer, by a court for example.\n\nThen we erase all of it. After {restoreDays} days nobody can bring your words back. Only counts without names stay, and who opened it. What we have told others stays with them.',
        }),
      },
      rights: {
        heading: addressed({
          ti: 'Çfarë mund të kërkosh',
          ju: 'Çfarë mund të kërkoni',
          en: 'What you may ask for',
        }),
        text: addressed({
          ti: 'Mund të kërkosh ta shohësh, ta ndreqësh ose ta fshijmë. Nuk kushton asgjë.\n\nMe kodin tënd shtyp “Gjithçka që na ke treguar”, na shkruaj çfarë është gabim, ose shtyp “Dua ta tërheq raportimin”. Pa kod telefono 116 111.\n\nPara se të t’i japim të gjitha, bëjmë pyetje, që të mos ia japim dikujt tjetër.',
          ju: 'Mund të kërkoni ta shihni, ta ndreqni ose ta fshijmë. Nuk kushton asgjë. Këto të drejta jua jep ligji për të dhënat personale (124/2024).\n\nMe kodin tuaj shtypni “Gjithçka që na keni treguar”, na shkruani çfarë është gabim, ose shtypni “Dua ta tërheq raportimin”. Pa kod telefononi 116 111.\n\nPara se t’jua japim të gjitha, bëjmë pyetje, që të mos ia japim dikujt tjetër.',
          en: 'You may ask to see it, to put it right, or to have it erased. It costs nothing.\n\nWith your code press “Everything you told us”, write to us what is wrong, or press “I want to take my report back”. Without a code call 116 111.\n\nBefore we give you all of it, we ask questions, so that we do not give it to somebody else.',
          enAdult:
            'You may ask to see it, to put it right, or to have it erased. It costs nothing. The law on personal data (124/2024) gives you these rights.\n\nWith your code press “Everything you told us”, write to us what is wrong, or press “I want to take my report back”. Without a code call 116 111.\n\nBefore we give you all of it, we ask questions, so that we do not give it to somebody else.',
        }),
      },
      us: {
        heading: forBoth({ sq: 'Kush jemi ne', en: 'Who we are' }),
        text: forBoth({
          sq: 'Ne jemi {centre}. Linja 116 111 është i njëjti ekip.',
          en: 'We are {centre}. The helpline 116 111 is the same team.',
        }),
      },
      complain: {
        heading: forBoth({ sq: 'Nëse kemi gabuar ne', en: 'If we did something wrong' }),
        text: addressed({
          ti: 'Na e thuaj. Këtu askush nuk të qorton. Mund t’i shkruash drejtuesit të qendrës, ose dikujt që nuk varet nga ne. Për këtë nuk të duhet kodi.\n\nNëse gaboi vetë drejtuesi, shkruaji partnerit tonë të jashtëm ose njërit prej të tjerëve më poshtë. Një i rritur që i beson mund të të ndihmojë.',
          ju: 'Na e thoni. Mund t’i shkruani drejtuesit të qendrës, ose dikujt që nuk varet nga ne. Për këtë nuk ju duhet kodi.\n\nNëse gaboi vetë drejtuesi, shkruajini partnerit tonë të jashtëm ose njërit prej të tjerëve më poshtë.',
          en: 'Say so. Nobody scolds you here. You can write to the head of the centre, or to somebody who does not depend on us. You need no code for this.\n\nIf it was the head who did wrong, write to our outside partner or to one of the others below. An adult you trust can help you.',
          enAdult:
            'Say so. You can write to the head of the centre, or to somebody who does not depend on us. You need no code for this.\n\nIf it was the head who did wrong, write to our outside partner or to one of the others below.',
        }),
      },
    },
    forAdults: forBoth({ sq: 'Për të rriturit', en: 'For adults' }),
    forChildren: forBoth({ sq: 'Për fëmijët', en: 'For children' }),
    everything: {
      shown: addressed({
        ti: 'Këtu është çfarë na ke shkruar me kodin tënd.',
        ju: 'Këtu është çfarë na keni shkruar me kodin tuaj.',
        en: 'Here is what you wrote to us with your code.',
      }),
      notShown: addressed({
        ti: 'Raportimin e parë nuk e tregojmë këtu: mund ta lexonte dikush që gjen kodin tënd. Nëse e do edhe atë, na shkruaj ose telefono 116 111. Më parë flasim me ty, që të mos ia japim dikujt tjetër.',
        ju: 'Raportimin e parë nuk e tregojmë këtu: mund ta lexonte dikush që gjen kodin tuaj. Nëse e doni edhe atë, na shkruani ose telefononi 116 111. Më parë flasim me ju, që të mos ia japim dikujt tjetër.',
        en: 'We do not show your first report here: somebody who finds your code could read it. If you want that too, write to us or call 116 111. We talk to you first, so that we do not give it to somebody else.',
      }),
      yours: addressed({ ti: 'Çfarë na ke shkruar', ju: 'Çfarë na keni shkruar', en: 'What you wrote to us' }),
      nothing: addressed({
        ti: 'Me këtë kod nuk na ke shkruar asgjë tjetër.',
        ju: 'Me këtë kod nuk na keni shkruar asgjë tjetër.',
        en: 'With this code you have written nothing else to us.',
      }),
      notYet: addressed({
        ti: 'Ende nuk ka një datë kur i fshijmë. Kur ta dimë, e shkruajmë këtu.',
        ju: 'Ende nuk ka një datë kur i fshijmë. Kur ta dimë, e shkruajmë këtu.',
        en: 'There is no date yet when we erase it. When we know it, it stands here.',
      }),
    },
    sheet: {
      keep: addressed({
        ti: 'Kjo fletë është jotja. Mbaje ku nuk e lexojnë të tjerët, ose grise.',
        ju: 'Kjo fletë është juaja. Mbajeni ku nuk e lexojnë të tjerët, ose griseni.',
        en: 'This sheet is yours. Keep it where others do not read it, or tear it up.',
      }),
      alreadyTold: forBoth({ sq: 'Kujt i ishte treguar më parë', en: 'Who had been told before' }),
      campaign: forBoth({ sq: 'Kodi i posterit', en: 'Code of the poster' }),
      openedBy: forBoth({ sq: 'Kush i ka hapur', en: 'Who has opened it' }),
      until: addressed({ ti: 'I fshijmë {at}.', ju: 'I fshijmë {at}.', en: 'We erase it {at}.' }),
      held: forBoth({
        sq: 'Për tani nuk i fshijmë: duhen ende, për shembull për një gjykatë.',
        en: 'We do not erase it for now: it is still needed, by a court for example.',
      }),
      withheld: forBoth({
        sq: 'Adresat e faqeve nuk janë në këtë fletë: mund të çojnë te foto ose video që askush s’ka pse t’i shohë.',
        en: 'Addresses of pages are not on this sheet: they may lead to pictures or videos that nobody has to see.',
      }),
      goesOn: forBoth({
        sq: 'Vazhdon në një fletë tjetër, nga mesazhi {from}.',
        en: 'It goes on with another sheet, from message {from}.',
      }),
      toldTo: {
        parent: forBoth({ sq: 'prindit', en: 'a parent' }),
        school: forBoth({ sq: 'shkollës', en: 'the school' }),
        police: forBoth({ sq: 'policisë', en: 'the police' }),
        platform: forBoth({ sq: 'aplikacionit ose faqes', en: 'the app or site' }),
        friend: forBoth({ sq: 'një shoku ose shoqeje', en: 'a friend' }),
        nobody: forBoth({ sq: 'askujt', en: 'nobody' }),
      },
      seenBy: {
        counsellor: forBoth({ sq: 'kush përgjigjet në 116 111', en: 'who answers 116 111' }),
        officer: forBoth({ sq: 'kush merret me raportimet', en: 'who works on reports' }),
        supervisor: forBoth({ sq: 'kush i drejton ata', en: 'who leads them' }),
        other: forBoth({ sq: 'dikush që tani bën punë tjetër', en: 'somebody who does other work now' }),
      },
    },
  },
  complain: [
    {
      name: { sq: 'Drejtuesi i qendrës', en: 'The head of the centre' },
      reach: { value: 'drejtuesi@isigurt.example', source: 'Placeholder', unverified: true },
    },
    {
      name: {
        sq: 'Partneri ynë i jashtëm, që nuk punon në qendër',
        en: 'Our outside partner, who does not work at the centre',
      },
      reach: { value: 'partneri@isigurt.example', source: 'Placeholder', unverified: true },
    },
    {
      name: {
        sq: 'Komisioneri për të Drejtën e Informimit dhe Mbrojtjen e të Dhënave Personale',
        en: 'Commissioner for the Right to Information and Protection of Personal Data',
      },
      reach: { value: 'idp.al', source: 'https://idp.al/rreth-nesh/', unverified: true },
    },
    {
      name: { sq: 'Avokati i Popullit', en: 'People’s Advocate' },
      reach: { value: 'avokatipopullit.gov.al', source: 'https://www.avokatipopullit.gov.al/', unverified: true },
    },
  ],
};
