import type { HubWords } from '#shared/domain/console/centre/hub-words.ts';
import { label } from '../label.ts';

export const hubWords: HubWords = {
  title: label('Qendra', 'The centre'),
  changed: label(
    'Dikush tjetër e ndryshoi ndërkohë, prandaj nuk u bë. Ajo që shkruat është ende këtu. Shihni si është tani.',
    'Somebody else has changed this meanwhile, so it was not done. What you typed is still here. See how it stands now.',
  ),
  save: label('Ruajeni', 'Save'),
  nothingChanged: label('Nuk keni ndryshuar asgjë.', 'You have changed nothing.'),
  lines: label('Një në çdo rresht.', 'One in each line.'),
  choose: label('Zgjidhni', 'Choose'),
  none: label('Asnjë', 'None'),
  pages: {
    shift: label('Kalimi i turnit', 'Shift hand-over'),
    roster: label('Turnet', 'Roster'),
    people: label('Njerëzit', 'People'),
    institutions: label('Institucionet', 'Institutions'),
    platforms: label('Platformat', 'Platforms'),
    campaigns: label('Fushatat', 'Campaigns'),
    keeping: label('Ruajtja dhe fshirja', 'Keeping and erasing'),
    figures: label('Shifrat', 'Figures'),
    log: label('Kush çfarë hapi', 'Who opened what'),
    audit: label('Ndryshimet te njerëzit dhe turnet', 'Changes of people and shifts'),
  },
  means: {
    shift: label(
      'Çfarë është e hapur, çfarë pret dhe kush vjen tani.',
      'What is open, what is due, and who comes now.',
    ),
    roster: label(
      'Kush është në detyrë gjatë javës, dhe kush njoftohet tani.',
      'Who is on duty in the week, and who is called now.',
    ),
    people: label(
      'Llogari, detyra dhe kontakte; çfarë pret miratim.',
      'Accounts, duties and contacts; what waits for approval.',
    ),
    institutions: label('Kujt i dërgohen rastet dhe në cilin numër.', 'To whom cases are sent, and at which number.'),
    platforms: label('Ku shkojnë kërkesat për heqje.', 'Where takedown notices go.'),
    campaigns: label('Kodet e fushatave dhe ditët e tyre.', 'Codes of campaigns and their days.'),
    keeping: label(
      'Çfarë fshihet së shpejti, çfarë ruhet dhe çfarë u nxor si skedar.',
      'What is erased soon, what is held, what was exported.',
    ),
    figures: label('Sa raportime, dhe a u mbajt premtimi.', 'How many reports, and whether the promise was kept.'),
    log: label('Leximet e rasteve, dhe çfarë nuk është e zakonshme.', 'Readings of cases, and what is unusual.'),
    audit: label('Kush ndryshoi çfarë, dhe kush vendosi.', 'Who changed what, and who decided.'),
  },
};
