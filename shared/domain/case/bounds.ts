/** How many timers one change of a case arms, and how many it ends, at most. The rest follows in further changes. */
export const mostTimersArmed = 24;
export const mostTimersDisarmed = 24;
