import type { BesaOverHttp, StaffOverHttp } from '#test/support/besa-over-http.ts';
import { caseWork, expecting, partsOfYear, type Part } from './case-work.ts';

/** What is read fits who reads it, and what leaves the centre can be used and reaches whom it must. */
const kinds = {
  toParent: 'answers to a parent',
  toTeacher: 'answers to a teacher',
  toWoman: 'answers to a grown woman',
  byDecision: 'offices above a school told by a decision',
  again: 'guidance read once more by receipt',
  letter: 'letters printed for referrals that were sent',
  copy: 'lists of addresses copied for the form of a platform',
  listed: 'lists of who at an institution can be told',
  otherUnit: 'contacts refused because they are of another unit',
  ownUnit: 'mails that reached the contact of the unit alone',
  dropped: 'proposals to a platform that a notice did',
  reopened: 'cases reopened by who reported, and told so to staff at once',
} as const;

const page = 'https://i-shpikur.example/faqe';
/** Reports by those who are not children. Everybody in them is invented. */
const reports = {
  toParent: {
    category: 'cyberbullying',
    narrative: 'Vajzës sime i shkruajnë gjëra të këqija çdo natë dhe nuk do të shkojë më në shkollë.',
    about: 'my_child',
    reporter: { role: 'parent', ageYears: 41 },
    victims: [{ ageYears: 13, gender: 'female' }],
    language: 'sq',
  },
  toTeacher: {
    category: 'cyberbullying',
    narrative: 'Një nxënës i klasës sime u fyer në grupin e klasës dhe tani rri vetëm.',
    about: 'pupil_or_client',
    reporter: { role: 'teacher', ageYears: 38 },
    victims: [{ ageYears: 12, gender: 'male' }],
    language: 'sq',
  },
  toWoman: {
    category: 'intimate_image',
    narrative: 'Ish-partneri nxori një foto timen pa lejen time.',
    about: 'me',
    reporter: { role: 'citizen', ageYears: 27 },
    victims: [{ ageYears: 27, gender: 'female' }],
    suspect: { relation: 'partner_or_ex' },
    urls: [page],
    platform: 'instagram',
    language: 'sq',
  },
} as const;

/** Two units of one kind, each with one invented contact. */
const units = [
  { id: 'njmf-veriu', unit: 'Bashkia e shpikur e Veriut' },
  { id: 'njmf-jugu', unit: 'Bashkia e shpikur e Jugut' },
] as const;
const ofUnits = 'child_protection_unit';
const addressOf = (id: string): string => `${id}@institution.example`;

/** What a year has of right help: each part at its instant (ms since 1970), by day. */
export async function rightHelp(besa: BesaOverHttp, instants: readonly number[]) {
  const officer = await besa.signIn('staff-blerim');
  const { reads, ends } = caseWork(besa);
  await addContacts(await besa.signIn('staff-kujtim'));
  const arrives = async (who: keyof typeof reports): Promise<{ caseNumber: string; receipt: string }> => {
    const { body } = expecting(201, 'A report', await besa.report(reports[who]));
    await reads(officer, body.caseNumber);
    return body;
  };

  return partsOfYear(kinds, instants, (count) => [
    ...(['toParent', 'toTeacher', 'toWoman'] as const).map((who): Part => async () => {
      const { caseNumber, receipt, nextStep } = expecting(201, 'A report', await besa.report(reports[who])).body;
      if (/\b(?:ti|ty)\b/u.test(nextStep)) throw new Error(`An adult is spoken to as a child is: ${nextStep}`);
      count(who);
      await reads(officer, caseNumber);
      return async () => {
        const again = await besa.post('/v1/follow-up', { receipt, guidance: true });
        const { guidance: blocks } = expecting(200, 'Guidance once more', again).body as { guidance: object[] };
        if (blocks.length === 0) throw new Error('Nothing is said of what to do.');
        count('again');
        await ends(officer, caseNumber);
      };
    }),
    async () => {
      const { caseNumber } = await arrives('toWoman');
      const toPlatform = await proposalTo(officer, caseNumber, 'platform');
      const asked = { platform: 'instagram', way: 'reporting_form' };
      expecting(200, 'Asking the platform', await officer.command(caseNumber, 'notices', asked));
      const { referrals = [] } = (await officer.show(caseNumber)).body;
      const done = referrals.find(({ id }) => id === toPlatform);
      if (done?.status !== 'dropped' || done.droppedBecause !== 'sent_by_notice')
        throw new Error(`The proposal to the platform is ${JSON.stringify(done)} beside a notice.`);
      count('dropped');
      const body = { platform: 'instagram', addresses: [0] };
      const copy = expecting(200, 'A copy', await officer.command(caseNumber, 'copy-for-notice', body)).body;
      if (copy['text'] !== page) throw new Error(`The copy says ${JSON.stringify(copy['text'])}.`);
      count('copy');
      const id = await sends(officer, caseNumber, 'police_cybercrime', ['narrative']);
      return async () => {
        const letter = expecting(200, 'A letter', await officer.letter(caseNumber, id));
        if (!letter.body.includes(caseNumber)) throw new Error('The letter does not name its case.');
        count('letter');
        await ends(officer, caseNumber);
      };
    },
    async () => {
      const { caseNumber } = await arrives('toTeacher');
      return async () => {
        await sends(officer, caseNumber, 'education_office', ['narrative'], { unit: 'Një zyrë e shpikur' });
        count('byDecision');
        await ends(officer, caseNumber);
      };
    },
    async () => {
      const { caseNumber } = await arrives('toParent');
      const listed = await officer.look(`directory/recipients?institution=${ofUnits}`);
      const { recipients } = expecting(200, 'Who can be told', listed).body as {
        recipients: { id: string; unit?: string }[];
      };
      for (const { id, unit } of units)
        if (!recipients.some((one) => one.id === id && one.unit === unit)) throw new Error(`${id} is not listed.`);
      count('listed');
      const [own, other] = units;
      const id = await proposalTo(officer, caseNumber, ofUnits);
      const to = (contact: string) =>
        officer.command(caseNumber, `referrals/${id}/sending`, { ...byPhone, fields: [], unit: own.unit, contact });
      const { errors } = expecting(422, 'A contact of another unit', await to(other.id)).body as { errors: object[] };
      if (JSON.stringify(errors).split('"/contact"').length !== 2 || errors.length !== 1)
        throw new Error(`A contact of another unit is refused for ${JSON.stringify(errors)}.`);
      count('otherUnit');
      const before = await mailsTo(besa, other.id);
      expecting(200, 'A contact of the unit', await to(own.id));
      const had = await mailsTo(besa, own.id);
      return async () => {
        if ((await mailsTo(besa, own.id)) <= had) throw new Error(`${own.id} was told nothing.`);
        if ((await mailsTo(besa, other.id)) !== before) throw new Error(`${other.id} was told of another unit.`);
        count('ownUnit');
        await ends(officer, caseNumber);
      };
    },
    async () => {
      const { caseNumber, receipt } = await arrives('toWoman');
      await ends(officer, caseNumber);
      return async () => {
        const said = { receipt, text: 'Fotoja doli përsëri.', stillHappening: true };
        const key = { 'idempotency-key': `reopens-${caseNumber}-by-its-reporter` };
        expecting(201, 'Saying that it goes on', await besa.post('/v1/follow-up/messages', said, key));
        return async () => {
          const told = (await besa.inbox()).filter(({ text }) => text.includes(caseNumber) && text.includes(reopened));
          if (told.length === 0) throw new Error(`No mail says that ${caseNumber} was reopened.`);
          count('reopened');
          await reads(officer, caseNumber);
          await ends(officer, caseNumber);
        };
      };
    },
  ]);
}

/** What a mail in Albanian says of a case that was reopened. */
const reopened = 'u hap përsëri';
const byPhone = { ground: 'consent', call: { name: 'Një person i shpikur' } } as const;

const mailsTo = async (besa: BesaOverHttp, id: string): Promise<number> =>
  (await besa.inbox()).filter(({ to }) => to === addressOf(id)).length;

/** An administrator adds the contacts of both units. */
async function addContacts(by: StaffOverHttp): Promise<void> {
  for (const { id, unit } of units) {
    const contact = { id, name: `Kontakti: ${unit}`, mail: addressOf(id), language: 'sq', cleared: false };
    const duties = [`institution:${ofUnits}`];
    expecting(200, 'Adding a contact', await by.changeDirectory('people', { ...contact, unit, duties }));
  }
}

/** The id of the open proposal to an institution: the machine's, or one that a person adds now. */
async function proposalTo(by: StaffOverHttp, caseNumber: string, institution: string): Promise<string> {
  const proposed = async () => {
    const { referrals = [] } = (await by.show(caseNumber)).body;
    return referrals.findLast((one) => one.institution === institution && one.status === 'proposed');
  };
  if ((await proposed()) === undefined)
    expecting(200, 'Adding', await by.decide(caseNumber, 'referrals', { institution, basis: 'al_law_18_2017' }));
  return (await proposed())?.id ?? '';
}

/** Adds a referral by a person's decision and calls. Answers with its id. */
async function sends(
  by: StaffOverHttp,
  caseNumber: string,
  institution: string,
  fields: readonly string[],
  more: object = {},
): Promise<string> {
  const id = await proposalTo(by, caseNumber, institution);
  const sending = { ...byPhone, fields, ...more };
  expecting(200, 'Sending', await by.command(caseNumber, `referrals/${id}/sending`, sending));
  return id;
}
