/** Read and write units of DynamoDB, as it bills them, and how many calls used them. */
export interface Units {
  read: number;
  write: number;
  calls: number;
}

/** Units by the title of the function that used them. */
export type UnitsByFunction = Record<string, Units>;

interface Consumed {
  CapacityUnits?: number;
}

/**
 * Adds up the units that each function's calls to the database consume, while it runs. The engine counts units as
 * DynamoDB does, those of indexes and transactions included.
 */
export function unitMeter() {
  let counted: UnitsByFunction | undefined;
  return {
    isRunning: (): boolean => counted !== undefined,
    start: (): void => {
      counted = {};
    },
    /** Ends the count and returns it. */
    stop: (): UnitsByFunction => {
      const units = counted ?? {};
      counted = undefined;
      return units;
    },
    add: (title: string, action: string, answer: string): void => {
      if (counted === undefined) return;
      const consumed = (JSON.parse(answer) as { ConsumedCapacity?: Consumed | Consumed[] }).ConsumedCapacity ?? [];
      const units = [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      const of = (counted[title] ??= { read: 0, write: 0, calls: 0 });
      of.calls += 1;
      of[/^(?:Get|Query|Scan|BatchGet|TransactGet)/u.test(action) ? 'read' : 'write'] += units;
    },
  };
}
export type UnitMeter = ReturnType<typeof unitMeter>;
