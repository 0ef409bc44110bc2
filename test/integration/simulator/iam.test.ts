import {
  CreateServiceLinkedRoleCommand,
  DeleteServiceLinkedRoleCommand,
  GetRoleCommand,
  GetServiceLinkedRoleDeletionStatusCommand,
  IAMClient,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { ListEntitiesCommand } from '@aws-sdk/client-marketplace-catalog';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../src/simulator/server.ts';
import {
  accountsOf,
  catalogClient,
  clientSettings,
  startTestSimulator,
  stsClient,
  type Credentials,
} from '../../support/simulator.ts';

const AWSServiceName = 'resale-authorization.marketplace.amazonaws.com';
const RoleName = 'AWSServiceRoleForMarketplaceResaleAuthorization';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.stop());

const iam = (credentials: Credentials) => new IAMClient(clientSettings(simulator, credentials));

async function sharedNames(credentials: Credentials): Promise<string[]> {
  const answer = await catalogClient(simulator, credentials).send(
    new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType: 'ResaleAuthorization', OwnershipType: 'SHARED' }),
  );
  return (answer.EntitySummaryList ?? []).map(({ Name }) => Name ?? '');
}

describe('the service-linked role of resale', () => {
  it('is there for the maker and the partner of the seed world', async () => {
    const { isv, partner } = accountsOf(simulator);
    for (const account of [isv, partner]) {
      const { Role } = await iam(account).send(new GetRoleCommand({ RoleName }));
      expect(Role?.Arn).toBe(`arn:aws:iam::${account.accountId}:role/aws-service-role/${AWSServiceName}/${RoleName}`);
      expect(Role?.Path).toBe(`/aws-service-role/${AWSServiceName}/`);
      expect(Role?.CreateDate).toBeInstanceOf(Date);
      expect(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''))).toMatchObject({
        Statement: [{ Effect: 'Allow', Principal: { Service: AWSServiceName } }],
      });
    }
  });

  it('lets authorizations through once it is created, and no longer when it is gone', async () => {
    const { otherIsv } = accountsOf(simulator);
    const client = iam(otherIsv);
    await expect(client.send(new GetRoleCommand({ RoleName }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      message: `The role with name ${RoleName} cannot be found.`,
      $metadata: { httpStatusCode: 404 },
    });
    expect(await sharedNames(otherIsv)).toEqual([]);
    const { Role } = await client.send(
      new CreateServiceLinkedRoleCommand({ AWSServiceName, Description: 'For resale' }),
    );
    expect(Role).toMatchObject({ RoleName, Description: 'For resale' });
    expect((await client.send(new GetRoleCommand({ RoleName }))).Role).toEqual(Role);
    expect(await sharedNames(otherIsv)).toEqual(['Plankton via Quillmoor']);
    await expect(client.send(new CreateServiceLinkedRoleCommand({ AWSServiceName }))).rejects.toMatchObject({
      name: 'InvalidInputException',
      message: expect.stringContaining('has been taken in this account'),
      $metadata: { httpStatusCode: 400 },
    });
    const { DeletionTaskId } = await client.send(new DeleteServiceLinkedRoleCommand({ RoleName }));
    const status = await client.send(new GetServiceLinkedRoleDeletionStatusCommand({ DeletionTaskId }));
    expect(status.Status).toBe('SUCCEEDED');
    expect(await sharedNames(otherIsv)).toEqual([]);
  });

  it.each([
    ['another service', { AWSServiceName: 'elasticbeanstalk.amazonaws.com' }, 'elasticbeanstalk.amazonaws.com'],
    ['a suffix', { AWSServiceName, CustomSuffix: 'two' }, 'Custom suffix is not allowed'],
  ])('is refused for %s', async (_what, input, message) => {
    const { otherIsv } = accountsOf(simulator);
    await expect(iam(otherIsv).send(new CreateServiceLinkedRoleCommand(input))).rejects.toMatchObject({
      name: 'InvalidInputException',
      message: expect.stringContaining(message),
    });
  });

  it('is not for a session whose role may not create it', async () => {
    const { isv } = accountsOf(simulator);
    const { Credentials } = await stsClient(simulator, isv).send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${isv.accountId}:role/CatalogReadOnly`,
        RoleSessionName: 'reader',
      }),
    );
    const session = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    await expect(iam(session).send(new CreateServiceLinkedRoleCommand({ AWSServiceName }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringMatching(
        `iam:CreateServiceLinkedRole on resource: arn:aws:iam::${isv.accountId}:role/aws-service-role/${AWSServiceName}/`,
      ),
      $metadata: { httpStatusCode: 403 },
    });
  });
});

describe('the simulation of policies', () => {
  const simulate = (PolicySourceArn: string, ...ActionNames: string[]) =>
    iam(accountsOf(simulator).isv).send(new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames }));

  it('answers what a role may do, action by action', async () => {
    const { accountId } = accountsOf(simulator).isv;
    const actions = ['aws-marketplace:ListEntities', 'aws-marketplace:StartChangeSet'];
    const answer = await simulate(`arn:aws:iam::${accountId}:role/CatalogReadOnly`, ...actions);
    expect(answer.EvaluationResults?.map(({ EvalActionName, EvalDecision }) => [EvalActionName, EvalDecision])).toEqual(
      [
        ['aws-marketplace:ListEntities', 'allowed'],
        ['aws-marketplace:StartChangeSet', 'implicitDeny'],
      ],
    );
    expect(answer.IsTruncated).toBe(false);
    const user = await simulate(`arn:aws:iam::${accountId}:user/seller`, ...actions);
    expect(user.EvaluationResults?.every(({ EvalDecision }) => EvalDecision === 'allowed')).toBe(true);
  });

  it.each([
    ['arn:aws:iam::111122223333:role/Nobody', 'a:B', 'NoSuchEntityException'],
    ['arn:aws:iam::012345678901:role/CatalogReadOnly', 'a:B', 'NoSuchEntityException'],
    ['arn:aws:sts::111122223333:assumed-role/CatalogReadOnly/me', 'a:B', 'InvalidInputException'],
    ['arn:aws:iam::111122223333:user/seller', 'no action', 'InvalidInputException'],
  ])('refuses %s asking for %s', async (arn, action, name) => {
    await expect(simulate(arn, action)).rejects.toMatchObject({ name });
  });
});
