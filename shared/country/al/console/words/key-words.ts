import type { KeyWords } from '#shared/domain/console/words/key-words.ts';
import { label } from '../label.ts';

export const keyWords: KeyWords = {
  actions: {
    home: label('hap “Tani”', 'opens “Now”'),
    queue: label('hap “Rastet”', 'opens “Cases”'),
    find: label('kërkon një rast me numër', 'finds a case by its number'),
    next: label('shkon te rreshti tjetër', 'goes to the next row'),
    previous: label('shkon te rreshti i mëparshëm', 'goes to the row before'),
    open: label('hap rreshtin', 'opens the row'),
    claim: label('merr rastin', 'claims the case'),
    read: label('lexon rastin', 'reads the case'),
    acknowledge: label('“Merrem unë”', '“I have it”'),
    help: label('shfaq këto komanda', 'shows these commands'),
    close: label('mbyll dritaren', 'closes the window'),
  },
  title: label('Komandat me tastierë', 'Commands by key'),
  key: label('Tasti', 'Key'),
  does: label('Çfarë bën', 'What it does'),
  afterwards: label('pastaj', 'then'),
  off: label(
    'Komandat me një shkronjë janë të fikura. Ndizen te “Tani”, poshtë.',
    'Commands by a single letter are off. They are switched on at the end of “Now”.',
  ),
};
