/** What is announced of agreements, once to each party: proposer, acceptor, and the manufacturer where somebody else sold. */
import type { SimulatedEvent } from '../../types.ts';
import type { AgreementRecord } from '../model.ts';

type Detail = Readonly<Record<string, unknown>>;

export function agreementCreatedEvents(agreement: AgreementRecord, requestId: string): SimulatedEvent[] {
  return toParties(agreement, 'Purchase Agreement Created', {
    requestId,
    catalog: 'AWSMarketplace',
    agreement: {
      id: agreement.id,
      intent: agreement.intent,
      status: agreement.status,
      acceptanceTime: agreement.acceptedAt,
      startTime: agreement.startTime,
      endTime: agreement.endTime,
    },
    ...partiesOf(agreement),
  });
}

/** Says no more of the agreement than its id and how it ended. */
export function agreementEndedEvents(agreement: AgreementRecord, requestId: string): SimulatedEvent[] {
  return toParties(agreement, 'Purchase Agreement Ended', {
    requestId,
    catalog: 'AWSMarketplace',
    agreement: { id: agreement.id, status: agreement.status },
    ...partiesOf(agreement),
  });
}

function partiesOf({ resaleAuthorizationId, acceptor, proposer, offerId }: AgreementRecord): Detail {
  return {
    resaleAuthorization: resaleAuthorizationId === null ? null : { id: resaleAuthorizationId },
    acceptor: { accountId: acceptor },
    proposer: { accountId: proposer },
    offer: { id: offerId },
  };
}

function toParties(agreement: AgreementRecord, name: string, detail: Detail): SimulatedEvent[] {
  const { proposer, manufacturer, acceptor } = agreement;
  const parties = [
    { role: 'Proposer', accountId: proposer },
    ...(manufacturer === proposer ? [] : [{ role: 'Manufacturer', accountId: manufacturer }]),
    { role: 'Acceptor', accountId: acceptor },
  ];
  return parties.map(({ role, accountId }) => ({
    accountId,
    source: 'aws.agreement-marketplace',
    detailType: `${name} - ${role}`,
    resources: [`arn:aws:aws-marketplace::aws:agreement:${agreement.id}`],
    detail,
  }));
}
