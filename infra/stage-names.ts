export const stageNames = ['local', 'dev', 'test', 'prod'] as const;
export type StageName = (typeof stageNames)[number];
