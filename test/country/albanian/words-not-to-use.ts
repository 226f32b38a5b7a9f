import type { TextReader } from '#infra/documents/texts/every-text.ts';

/** A word or phrase that no text has, what to say instead, and why. */
export interface WordNotToUse {
  pattern: RegExp;
  instead: string;
  because: string;
  /** Only these readers. Absent: everybody. */
  readers?: readonly TextReader[];
  /** Where the word is the law's or an authority's own name. */
  except?: RegExp;
}

const reporters: readonly TextReader[] = ['child', 'adult', 'everybody'];
/** Whole words, with their ending. */
const word = (stem: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${stem})(?![\\p{L}])`, 'iu');

/** Albanian words not to use, from the glossary and the four kinds of faults that a reader of the language found. */
export const wordsNotToUse: readonly WordNotToUse[] = [
  // Says something else.
  { pattern: /nuk duhe(t|j) t/i, instead: 'nuk ke pse', because: 'it forbids', readers: reporters },
  { pattern: word('[ie] sigurt|të sigurt[ëa]?'), instead: 'jashtë rrezikut', because: 'means certain, shows gender' },
  { pattern: word('telash\\p{L}*'), instead: 'këtu askush nuk të qorton', because: 'says that you have no problem' },
  { pattern: word('një person'), instead: 'dikush nga ekipi ynë', because: 'police language', readers: reporters },
  { pattern: word('zhveshur\\p{L}*'), instead: 'pa rroba', because: 'a picture wears nothing' },
  { pattern: word('post(ë|a|ën|ës)'), instead: 'email', because: 'the post office' },
  { pattern: word('[ie] detyruar'), instead: 'nuk ke pse', because: 'shows gender' },
  { pattern: /të të gjejmë/i, instead: 'si të flasim me ty', because: 'frightens' },
  { pattern: word('dakord'), instead: 'na lejove', because: 'an opinion is no permission', readers: reporters },
  { pattern: word('fajtor\\p{L}*'), instead: 'nuk është faji yt', because: 'a word of courts, shows gender' },
  // Other words for one thing.
  { pattern: word('raport(i|in|e|et|it)?'), instead: 'raportim', because: 'a note of a doctor, a paper' },
  { pattern: word('denonc\\p{L}*|ankes\\p{L}*|sinjaliz\\p{L}*'), instead: 'raportim', because: 'words of the police' },
  {
    pattern: word('kallëz\\p{L}*|moskallëz\\p{L}*'),
    instead: 'raportim',
    because: 'a word of the police',
    except: /^referrals\/legalBases\/al_cc_300\//,
  },
  { pattern: word('çështje\\p{L}*|dosje\\p{L}*'), instead: 'rast', because: 'a word of courts' },
  { pattern: word('dëftes\\p{L}*|fatur\\p{L}*'), instead: 'kod', because: 'a paper of a shop' },
  { pattern: word('operator\\p{L}*|konsulent\\p{L}*'), instead: 'këshillues', because: 'another profession' },
  { pattern: word('staf(i|in|it)?|personel\\p{L}*'), instead: 'punonjësit e qendrës', because: 'one word for it' },
  { pattern: word('deadline|skadenc\\p{L}*'), instead: 'afat', because: 'one word for it' },
  {
    pattern: word('ashpërsi\\p{L}*|seriozitet\\p{L}*|prioritet\\p{L}*'),
    instead: 'urgjencë',
    because: 'one word for it',
  },
  { pattern: /urgjenc\p{L}* më e madhe/iu, instead: 'më e lartë', because: 'one adjective for one thing' },
  { pattern: word('garanc\\p{L}*|objektiv\\p{L}*'), instead: 'premtim, synim', because: 'one word for it' },
  { pattern: word('procesu\\p{L}*|adresu\\p{L}*|finaliz\\p{L}*'), instead: 'trajtuar', because: 'calques' },
  { pattern: word('përcjellj\\p{L}*|delegim\\p{L}*|dorëzim(i|et|e)'), instead: 'referim', because: 'one word for it' },
  { pattern: /nuk e merr(?= (rastin|referimin))/i, instead: 'nuk e pranoi', because: 'present, and vague' },
  { pattern: word('kujtes\\p{L}*'), instead: 'rikujtim', because: 'memory' },
  { pattern: word('shkall\\p{L}*'), instead: 'niveli i njoftimit', because: 'stairs' },
  { pattern: word('rezerva|personi në detyrë'), instead: 'zëvendësi, punonjësi i turnit', because: 'one word for it' },
  {
    pattern: word('komunikim\\p{L}*'),
    instead: 'mesazh',
    because: 'one word for it',
    except: /^referrals\/(legalBases|institutions)\//,
  },
  { pattern: word('hotline|linj\\p{L}+ e nxehtë'), instead: '116 111', because: 'not what people call it' },
  { pattern: word('udhëzim\\p{L}*|guidanc\\p{L}*'), instead: 'këshilla', because: 'instructions' },
  { pattern: word('nudo'), instead: 'pa rroba', because: 'a word of the media' },
  {
    pattern: word('pornograf\\p{L}*'),
    instead: 'materiale të abuzimit seksual me fëmijë (CSAM)',
    because: 'abuse is no pornography',
    // Article 117, whose title in the Code it is, quoted and marked as such.
    except: /^referrals\/legalBases\/al_cc_117(_\w+)?\//,
  },
  { pattern: word('pedofil\\p{L}*'), instead: 'joshje në internet (grooming)', because: 'a diagnosis' },
  { pattern: word('sekstors\\p{L}*'), instead: 'shantazh seksual', because: 'no Albanian word' },
  {
    pattern: word('kanos\\p{L}*|presion\\p{L}*'),
    instead: 'kërcënim, shantazh',
    because: 'a word of the law',
    except: /^referrals\/legalBases\//,
  },
  { pattern: word('vetëdëmtim\\p{L}*'), instead: 'vetëlëndim', because: 'one word for it' },
  { pattern: word('screen'), instead: 'foto e ekranit (screenshot)', because: 'half a word' },
  {
    pattern: word('shenj(ë|a|at|ën|ave)|gjurm\\p{L}+ digjitale'),
    instead: 'gjurmë gishti e fotos; shkronjë ose numër',
    because: 'a mark, or what one leaves behind online',
    // The name of a language.
    except: /^console\/labels\/needs\/sign_language\//,
  },
  {
    pattern: word('leje (e|të) veçantë|autorizim\\p{L}*'),
    instead: 'e drejta për adresat',
    because: 'one word for it',
  },
  { pattern: word('website|sit(i|in|e|et)?'), instead: 'faqe', because: 'one word for it' },
  { pattern: word('anulo\\p{L}*'), instead: 'tërheq raportimin', because: 'one word for it' },
  { pattern: word('vlen vet(ë|vetiu)'), instead: 'hyn në fuqi', because: 'one word for it' },
  { pattern: /më e (shumta|pakta)/i, instead: 'kufiri', because: 'a calque' },
  {
    pattern: word('vler\\p{L}+ të rastit|të rastit,? (UUID|ASCII)|kok(ë|a|ën)'),
    instead: 'header',
    because: 'calques',
  },
  {
    pattern: /(?<!për )mbrojtj(a|en|es) (e|së) fëmijëve/i,
    instead: 'shërbimi për mbrojtjen e fëmijëve',
    because: 'alone it names nobody',
    except: /^referrals\//,
  },
  { pattern: /(?<![\p{L}])thuaj(i|ni)? një të rrituri/iu, instead: 'tregoji një të rrituri', because: 'says what?' },
  { pattern: word('përsëri e përsëri|ndalo së'), instead: 'disa herë; mos … më', because: 'calques' },
  { pattern: word('gabon'), instead: 'fajin e ka kush', because: 'a crime is no mistake', readers: reporters },
];
