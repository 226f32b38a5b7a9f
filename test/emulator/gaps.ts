/** A part of a template, as far as a gap looks at it: a resource, or an output. */
export interface Part {
  Type?: string;
  Properties?: Record<string, unknown>;
  Value?: unknown;
}

/** What the emulator lacks. Parts of a template that need it are left out before it is deployed there. */
export interface Gap {
  what: string;
  /** Why it is the emulator's fault and none of the template's. */
  why: string;
  needs: (part: Part) => boolean;
  /** How the emulator refuses such a part. Each run asks it again, and so sees when the gap is gone. */
  refusal: RegExp;
}

/** The emulator makes no resource of a type that CloudFormation has. */
function noSuchType(type: string, why: string): Gap {
  return {
    what: type,
    why,
    needs: ({ Type }) => Type === type,
    refusal: new RegExp(`Unrecognized resource types: \\[${type}\\]`, 'u'),
  };
}

/**
 * Known gaps of MiniStack 1.5.33. Whatever else it does not take fails the run. Take out a line when the run says that
 * the gap is gone.
 */
export const gaps: readonly Gap[] = [
  noSuchType('AWS::WAFv2::WebACLAssociation', 'It has firewalls, and no gateway that asks one.'),
  noSuchType('AWS::CodeDeploy::Application', 'It has no CodeDeploy: an alias takes its new version at once.'),
  noSuchType('AWS::CodeDeploy::DeploymentGroup', 'It has no CodeDeploy: an alias takes its new version at once.'),
  noSuchType('AWS::CloudTrail::Trail', 'It makes trails by their API, and not by CloudFormation.'),
  noSuchType('AWS::Budgets::Budget', 'It makes budgets by their API, and not by CloudFormation.'),
  noSuchType('AWS::Cognito::ManagedLoginBranding', 'Its sign-in is a form without a look.'),
  {
    what: 'alarms on metric math',
    why: 'Its CloudFormation knows alarms on one metric alone.',
    needs: ({ Type, Properties }) => Type === 'AWS::CloudWatch::Alarm' && Properties?.['Metrics'] !== undefined,
    refusal: /Metrics \(metric math\) is not supported/u,
  },
  {
    what: 'DKIM records of a mail domain',
    why: 'Its mail domain has none of the attributes that AWS documents for AWS::SES::EmailIdentity.',
    needs: ({ Value }) => JSON.stringify(Value ?? '').includes('"DkimDNSToken'),
    refusal: /attribute DkimDNSToken\w+ does not exist/u,
  },
];
