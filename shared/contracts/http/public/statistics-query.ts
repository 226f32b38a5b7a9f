import * as z from 'zod/mini';
import { written } from '../fields.ts';

/** The query of `GET /v1/statistics`: a year of the calendar, four digits. */
export const statisticsQuery = z.object({ year: written('year', /^20\d\d$/) });
