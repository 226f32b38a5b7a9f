/** How a one-time code gets to a contact of an institution: to the address in the directory, or read out by the centre. */
export const codeWays = ['mail', 'spoken'] as const;

export type CodeWay = (typeof codeWays)[number];
