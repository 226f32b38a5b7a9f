import type { FollowUpTexts } from '../../../domain/country-pack.ts';
import { addressed, forBoth } from './addressed.ts';

/** What came of a report, by what the outcome stands on. Source: docs/practice.md, Outcomes. */
export const outcomeTexts: Pick<FollowUpTexts, 'outcomes' | 'outcomesByFact'> = {
  outcomes: {
    content_removed: addressed({
      ti: 'Ajo që raportove u hoq nga vendi ku ishte. Nëse e sheh përsëri, na shkruaj këtu ose telefono 116 111.',
      ju: 'Ajo që raportuat u hoq nga vendi ku ishte. Nëse e shihni përsëri, na shkruani këtu ose telefononi 116 111.',
      en: 'What you reported was taken down from where it was. If you see it again, write to us here or call 116 111.',
    }),
    content_still_up: addressed({
      ti: 'Ajo që raportove ende nuk është hequr. Të kemi shkruar çfarë mund të bëhet më tej.',
      ju: 'Ajo që raportuat ende nuk është hequr. Ju kemi shkruar çfarë mund të bëhet më tej.',
      en: 'What you reported is not down yet. We have written to you what else can be done.',
    }),
    account_recovered_or_closed: forBoth({
      sq: 'Llogaria iu kthye atij që i takon, ose u mbyll.',
      en: 'The account was given back to the one it belongs to, or closed.',
    }),
    police_involved: addressed({
      ti: 'Policia e di nga ne çfarë ka ndodhur. Nëse kjo të shqetëson, fol me ne në 116 111.',
      ju: 'Policia e di nga ne çfarë ka ndodhur. Nëse kjo ju shqetëson, flisni me ne në 116 111.',
      en: 'The police know from us what happened. If that worries you, talk to us on 116 111.',
    }),
    child_protection_involved: addressed({
      ti: 'Njerëzit që kanë për detyrë të mbrojnë fëmijët e dinë nga ne çfarë ka ndodhur.',
      ju: 'Shërbimi për mbrojtjen e fëmijëve e di nga ne çfarë ka ndodhur.',
      en: 'The people whose job it is to protect children know from us what happened.',
      enAdult: 'The child protection service knows from us what happened.',
    }),
    school_supporting: forBoth({
      sq: 'Dikush që punon për shkollat, dhe e ka për detyrë të ndihmojë, e di nga ne çfarë ka ndodhur.',
      en: 'Somebody who works for schools, and whose job it is to help, knows from us what happened.',
    }),
    helpline_support: addressed({
      ti: 'Të kemi shkruar. Mund të flasësh me ekipin tonë të linjës 116 111 kur të duash.',
      ju: 'Ju kemi shkruar. Mund të flisni me ekipin tonë të linjës 116 111 kur të doni.',
      en: 'We have written to you. You can talk to our helpline team on 116 111 whenever you like.',
    }),
    advice_given: addressed({
      ti: 'Të kemi shkruar çfarë mund të bësh. Mund të na pyesësh përsëri kur të duash.',
      ju: 'Ju kemi shkruar çfarë mund të bëni. Mund të na pyesni përsëri kur të doni.',
      en: 'We have written to you what you can do. You can ask us again whenever you like.',
    }),
    site_passed_on: forBoth({
      sq: 'Adresën e faqes e kanë nga ne ata që mund ta bllokojnë.',
      en: 'Those who can block the page have its address from us.',
    }),
    nothing_more_possible: addressed({
      ti: 'Me ato që dimë, nuk mundëm të bënim më shumë. Kjo nuk do të thotë se nuk të besojmë.',
      ju: 'Me ato që dimë, nuk mundëm të bënim më shumë. Kjo nuk do të thotë se nuk ju besojmë.',
      en: "We did what we could with what we know. It does not mean that we don't believe you.",
    }),
    no_answer_from_reporter: addressed({
      ti: 'Të shkruam dhe nuk morëm përgjigje. Nuk ka asgjë të keqe në këtë: mund të na shkruash kur të duash.',
      ju: 'Ju shkruam dhe nuk morëm përgjigje. Nuk ka asgjë të keqe në këtë: mund të na shkruani kur të doni.',
      en: 'We wrote to you and heard nothing back. That is all right: you can write to us whenever you like.',
    }),
    withdrawn: addressed({
      ti: 'Me kodin tënd u kërkua tërheqja e raportimit, dhe e mbyllëm. Nëse nuk e kërkove ti, na shkruaj këtu ose telefono 116 111.',
      ju: 'Me kodin tuaj u kërkua tërheqja e raportimit, dhe e mbyllëm. Nëse nuk e kërkuat ju, na shkruani këtu ose telefononi 116 111.',
      en: 'Your code was used to ask that the report be taken back, and we ended it. If it was not you, write to us here or call 116 111.',
    }),
    same_event: addressed({
      ti: 'Atë që na tregove e kemi parë bashkë me gjithçka tjetër që dimë për këtë. Raportimi yt na ndihmoi.',
      ju: 'Atë që na treguat e kemi parë bashkë me gjithçka tjetër që dimë për këtë. Raportimi juaj na ndihmoi.',
      en: 'We looked at what you told us together with all else that we know about it. Your report helped us.',
    }),
    outside_our_work: forBoth({
      sq: 'Këtë nuk e zgjidhim dot ne. Mund të ndihmojë: {door}.',
      en: 'This is not something we can solve. Who can help: {door}.',
    }),
    test: forBoth({ sq: 'Ky ishte një raportim për provë.', en: 'This was a test report.' }),
  },
  outcomesByFact: {
    content_removed: {
      own_look: addressed({
        ti: 'E pamë vetë: ajo që raportove nuk ishte më aty ku ishte. Nëse e sheh përsëri, na shkruaj këtu ose telefono 116 111.',
        ju: 'E pamë vetë: ajo që raportuat nuk ishte më aty ku ishte. Nëse e shihni përsëri, na shkruani këtu ose telefononi 116 111.',
        en: 'We looked ourselves: what you reported was no longer where it had been. If you see it again, write to us here or call 116 111.',
      }),
    },
    account_recovered_or_closed: {
      notice: forBoth({ sq: 'Llogaria u mbyll.', en: 'The account was closed.' }),
    },
    police_involved: {
      call: addressed({
        ti: 'I kemi telefonuar policisë, dhe ajo e di çfarë ka ndodhur. Nëse kjo të shqetëson, fol me ne në 116 111.',
        ju: 'I kemi telefonuar policisë, dhe ajo e di çfarë ka ndodhur. Nëse kjo ju shqetëson, flisni me ne në 116 111.',
        en: 'We have called the police, and they know what happened. If that worries you, talk to us on 116 111.',
      }),
      spoken_to: addressed({
        ti: 'Kemi folur me policinë për këtë. Nëse kjo të shqetëson, fol me ne në 116 111.',
        ju: 'Kemi folur me policinë për këtë. Nëse kjo ju shqetëson, flisni me ne në 116 111.',
        en: 'We have spoken with the police about this. If that worries you, talk to us on 116 111.',
      }),
    },
    child_protection_involved: {
      spoken_to: addressed({
        ti: 'Kemi folur për këtë me njerëzit që kanë për detyrë të mbrojnë fëmijët.',
        ju: 'Kemi folur për këtë me shërbimin për mbrojtjen e fëmijëve.',
        en: 'We have spoken about this with the people whose job it is to protect children.',
        enAdult: 'We have spoken about this with the child protection service.',
      }),
    },
    school_supporting: {
      spoken_to: forBoth({
        sq: 'Kemi folur për këtë me dikë që punon për shkollat dhe e ka për detyrë të ndihmojë.',
        en: 'We have spoken about this with somebody who works for schools and whose job it is to help.',
      }),
    },
    helpline_support: {
      spoken_to: addressed({
        ti: 'Kemi folur për këtë. Mund të flasësh me ekipin tonë të linjës 116 111 kur të duash.',
        ju: 'Kemi folur për këtë. Mund të flisni me ekipin tonë të linjës 116 111 kur të doni.',
        en: 'There was a talk about this. You can talk to our helpline team on 116 111 whenever you like.',
      }),
    },
    advice_given: {
      spoken_to: addressed({
        ti: 'Kemi folur për atë që mund të bëhet. Mund të na pyesësh përsëri kur të duash.',
        ju: 'Kemi folur për atë që mund të bëhet. Mund të na pyesni përsëri kur të doni.',
        en: 'There was a talk about what can be done. You can ask us again whenever you like.',
      }),
    },
    site_passed_on: {
      spoken_to: forBoth({
        sq: 'Kemi folur për faqen me ata që mund ta bllokojnë.',
        en: 'We have spoken about the page with those who can block it.',
      }),
    },
    withdrawn: {
      asked_in_talk: addressed({
        ti: 'Kur folëm, kërkove ta tërheqësh raportimin, dhe e mbyllëm. Nëse dëshiron të vazhdojmë, na shkruaj këtu ose telefono 116 111.',
        ju: 'Kur folëm, kërkuat ta tërhiqni raportimin, dhe e mbyllëm. Nëse dëshironi të vazhdojmë, na shkruani këtu ose telefononi 116 111.',
        en: 'You asked us in a talk to take your report back, and we ended it. If you want us to go on, write to us here or call 116 111.',
      }),
    },
  },
};
