import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { importAlarmTopics } from '../alarms/alarm-topics.ts';
import { importValue } from '../constructs/exports.ts';
import { importDataPlane } from '../data/data-plane.ts';
import { firewallExport, putBehind } from './firewall.ts';
import { StaffApi } from './staff-api.ts';
import type { StaffApiProps } from './staff-api.ts';

/** Where staff work, behind the firewall that the public API has made. */
export class StaffApiStack extends Stack {
  readonly staffApi: StaffApi;

  constructor(
    scope: Construct,
    id: string,
    { stage, furtherRoutes = [], ...props }: StackProps & Pick<StaffApiProps, 'stage' | 'furtherRoutes'>,
  ) {
    super(scope, id, props);
    const around = { stage, data: importDataPlane(this, stage), topics: importAlarmTopics(this, stage) };

    this.staffApi = new StaffApi(this, 'StaffApi', { ...around, furtherRoutes });
    putBehind(importValue(stage, firewallExport), this.staffApi);
  }
}
