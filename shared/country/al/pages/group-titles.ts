import type { Audience } from '#shared/domain/help/audience.ts';
import type { PageTexts } from '#shared/domain/pages/page-texts.ts';
import type { Text } from '#shared/domain/text.ts';

const titles = (child: Text, parent: Text, school: Text, adult: Text): Readonly<Record<Audience, Text>> => ({
  child,
  parent,
  school,
  adult,
});

const text = (sq: string, en: string): Text => ({ sq, en });

/** What each group is called for each kind of reader. */
export const groupTitles: PageTexts['form']['groups'] = {
  mean: titles(
    text('Dikush sillet keq me mua', 'Somebody is mean to me'),
    text('Dikush sillet keq me fëmijën tim', 'Somebody is mean to my child'),
    text('Dikush sillet keq me një nxënës', 'Somebody is mean to a pupil'),
    text('Dikush sillet keq me të tjerët', 'Somebody is mean to others'),
  ),
  threat: titles(
    text('Dikush më kërcënon ose më kërkon diçka', 'Somebody threatens me or wants something'),
    text('Dikush e kërcënon fëmijën tim ose i kërkon diçka', 'Somebody threatens my child or wants something'),
    text('Dikush e kërcënon një nxënës ose i kërkon diçka', 'Somebody threatens a pupil or wants something'),
    text('Kërcënim, shantazh ose joshje', 'Threats, blackmail or grooming'),
  ),
  picture: titles(
    text('Një foto ose video', 'A picture or video'),
    text('Një foto ose video', 'A picture or video'),
    text('Një foto ose video', 'A picture or video'),
    text('Foto ose video', 'Pictures or videos'),
  ),
  account: titles(
    text('Llogaria ime ose paratë e mia', 'My account or money'),
    text('Llogaria ose paratë', 'An account or money'),
    text('Llogaria ose paratë', 'An account or money'),
    text('Llogaria ose paratë', 'An account or money'),
  ),
  unsafe: titles(
    text('Dikush është në rrezik', 'Somebody is not safe'),
    text('Fëmija im ose dikush tjetër është në rrezik', 'My child or somebody else is not safe'),
    text('Një nxënës është në rrezik', 'A pupil is not safe'),
    text('Dikush është në rrezik', 'Somebody is not safe'),
  ),
  saw: titles(
    text('Pashë diçka', 'I saw something'),
    text('Diçka që pa fëmija, ose koha në telefon', 'Something my child saw, or time on the phone'),
    text('Diçka që u pa në internet', 'Something that was seen online'),
    text('Pashë diçka në internet', 'I saw something online'),
  ),
  other: titles(
    text('Diçka tjetër, ose nuk e di', 'Something else, I don’t know'),
    text('Diçka tjetër, ose nuk e di', 'Something else, I don’t know'),
    text('Diçka tjetër, ose nuk e di', 'Something else, I don’t know'),
    text('Diçka tjetër, ose nuk e di', 'Something else, I don’t know'),
  ),
};
