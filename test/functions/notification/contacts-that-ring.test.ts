import { describe, expect, it } from 'vitest';
import type { StaffMember } from '#shared/ports/directory.ts';
import { openCentre, staff } from '../centre.ts';

describe('Contacts that ring', () => {
  it('are told of what cannot wait, and not of what waits for a daily mail', async () => {
    const desk: StaffMember = {
      ...staff[0]!,
      id: 'staff-desk',
      mail: 'desk@x.example',
      contact: 'phone_desk',
      phone: '1',
    };
    const centre = await openCentre([...staff, desk]);
    try {
      const normal = await centre.receive({ severity: 'normal' });
      await centre.settle(normal);
      expect((await centre.mailsOf(normal)).map(({ to }) => to)).toEqual(['staff-duty']);
      const critical = await centre.receive({ severity: 'critical' });
      await centre.settle(critical);
      expect((await centre.mailsOf(critical)).map(({ to }) => to).toSorted()).toEqual(['staff-desk', 'staff-duty']);
      const call = centre.letters.find(({ to }) => to === 'desk@x.example');
      expect(call).toMatchObject({ subject: `Ring duty: ${critical.caseNumber}` });
      expect(call?.html).toBeUndefined();
      await centre.putMember({ ...staff[0]!, active: false });
      const alone = await centre.receive({ severity: 'normal' });
      await centre.settle(alone);
      expect((await centre.mailsOf(alone)).map(({ to }) => to)).toEqual(['staff-desk']);
    } finally {
      await centre.stop();
    }
  });
});
