import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ReadWriteType, Trail as CloudTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** How long it is known who did what: a year and a month, so that a yearly look back finds all of its year. */
export const trailDays = 396;

/**
 * Who did what in the account, in every region: each change, each look at a setting, and each use of a key with the case
 * it was for. What stands in tables and queues is not in it: reading a table gives sealed texts, and opening one needs a
 * key. Each hour is signed, so that a file that was changed or taken away is seen (decision 197).
 */
export class Trail extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        { expiration: Duration.days(trailDays), noncurrentVersionExpiration: Duration.days(30) },
        { expiredObjectDeleteMarker: true, abortIncompleteMultipartUploadAfter: Duration.days(7) },
      ],
      // CloudTrail writes into it at once, and CloudFormation cannot take away a bucket that holds something.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CloudTrail(this, 'Trail', {
      // To a strict compiler a class of the CDK is not always its own interface.
      bucket: bucket as IBucket,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      managementEvents: ReadWriteType.ALL,
      enableFileValidation: true,
    });
    new CfnOutput(this, 'Files', { description: 'Where the trail of the account is kept.', value: bucket.bucketName });
  }
}
