import type { Text } from '../../text.ts';

/** Words of institutions, platforms and campaigns. */
export type ListsWords = Readonly<
  Record<
    | 'inUse'
    | 'outOfUse'
    | 'phones'
    | 'noPhone'
    | 'phonesHint'
    | 'phonesOfPack'
    | 'ringFirst'
    | 'contacts'
    | 'noContact'
    | 'suspended'
    | 'unreachable'
    | 'change'
    | 'institutionsMean'
    | 'platformsMean'
    | 'noWay'
    | 'enterWay'
    | 'withoutWay'
    | 'notice'
    | 'ofCentre'
    | 'addPlatform'
    | 'code'
    | 'codeHint'
    | 'until'
    | 'where'
    | 'toHint'
    | 'campaignsMean'
    | 'noCampaigns'
    | 'addCampaign'
    | 'campaignCodeHint'
    | 'days'
    | 'begins'
    | 'runs'
    | 'over'
    | 'onlyLook',
    Text
  >
>;
