import type { DangerWords } from '#shared/domain/console/words/danger-words.ts';
import { label } from '../label.ts';

/** The numbers are those of the help lines (docs/domain.md, Help lines). */
export const dangerWords: DangerWords = {
  heading: label('Një person është në rrezik: telefononi tani', 'A person is in danger: ring now'),
  until: label('Shënojeni telefonatën, ose pse nuk u bë: {at}.', 'Record the call, or why there is none: {at}.'),
  say: label('Thoni', 'Say'),
  notSay: label('Kujdes', 'Take care'),
  doNot: label(
    'Mos jepni më shumë nga sa duhet për ta gjetur personin. Mos i telefononi të dyshuarit. Mos premtoni asgjë në emër të atij që raportoi.',
    'Give no more than is needed to find the person. Do not ring the suspect. Promise nothing in the name of who reported.',
  ),
  who: label('A u telefonua', 'Was somebody called'),
  called: label('Po', 'Yes'),
  notCalled: label('Jo, dhe shënoj pse', 'No, and I record why'),
  referenceHint: label('Nëse ju dhanë një numër.', 'If they gave you one.'),
  phones: {
    inDanger: ['129', '112'],
    weapon: ['129', '112'],
    missing: ['129', '116000'],
    liveNow: ['129', '112'],
    meetingArranged: ['129', '112'],
    selfHarm: ['127', '116111'],
  },
  sayOf: {
    inDanger: label(
      'Dikush është në rrezik tani. Thoni ku mendohet se është dhe si mund të gjendet.',
      'Somebody is in danger now. Say where they are thought to be, and how they can be found.',
    ),
    weapon: label('U përmend një armë. Thoni cila dhe te kush.', 'A weapon was named. Say which, and who has it.'),
    missing: label(
      'Dikush mungon. Thoni kur dhe ku u pa për herë të fundit.',
      'Somebody is missing. Say when and where they were last seen.',
    ),
    liveNow: label(
      'Po ndodh tani, drejtpërdrejt. Thoni në cilën platformë dhe me cilin emër llogarie.',
      'It happens live, right now. Say on which platform, and under which account name.',
    ),
    meetingArranged: label('Është lënë një takim. Thoni kur dhe ku.', 'A meeting is arranged. Say when and where.'),
    selfHarm: label(
      'Dikush mund t’i bëjë keq vetes. Thoni nëse ka marrë diçka ose është plagosur.',
      'Somebody may hurt themselves. Say whether they took something or are wounded.',
    ),
  },
  ended: {
    called: label('{who} telefonoi: {institution}, {at}.', '{who} rang: {institution}, {at}.'),
    notCalled: label(
      '{who} shënoi pse nuk u telefonua: {because}, {at}.',
      '{who} recorded why nobody was rung: {because}, {at}.',
    ),
  },
};
