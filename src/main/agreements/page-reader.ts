/** What an agreement's page needs beside the copy, read when it is opened: description, entitlements, charges, invoices. */
import {
  GetAgreementEntitlementsCommand,
  ListAgreementChargesCommand,
  ListAgreementInvoiceLineItemsCommand,
  type AgreementEntitlement,
  type AgreementInvoiceLineItemGroupSummary,
  type Charge,
  type DescribeAgreementOutput,
} from '@aws-sdk/client-marketplace-agreement';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { MissingPart } from '../../shared/domain/agreement/agreement.ts';
import { collect, describeAgreement, type AgreementReading } from './agreement-reader.ts';

export interface AgreementPage {
  readonly description: Omit<DescribeAgreementOutput, '$metadata'> | null;
  readonly entitlements: readonly AgreementEntitlement[];
  readonly charges: readonly Charge[];
  readonly invoices: readonly AgreementInvoiceLineItemGroupSummary[];
  readonly missing: readonly MissingPart[];
}

/** The smallest limit that the API publishes for these lists. */
const PAGE_SIZE = 50;

/** A part that AWS refuses is noted; an agreement that AWS does not know fails the whole. */
export async function readPageParts(
  reading: AgreementReading,
  id: string,
  awsAccountId: string,
): Promise<AgreementPage> {
  const missing: MissingPart[] = [];
  const { $metadata: _metadata, ...description } = await describeAgreement(reading, id);
  const part = async <T>(name: MissingPart['part'], read: () => Promise<T[]>): Promise<T[]> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof OfferdeckError) || error.data.code === 'cancelled') throw error;
      missing.push({ part: name, code: error.data.code, message: error.data.aws?.message ?? '' });
      return [];
    }
  };
  const [entitlements, charges, invoices] = await Promise.all([
    part('entitlements', () => readEntitlements(reading, id)),
    // AWS lists charges to the buyer alone; asking for them as a seller would only look like a missing right.
    description.acceptor?.accountId === awsAccountId ? part('charges', () => readCharges(reading, id)) : [],
    part('invoices', () => readInvoices(reading, id)),
  ]);
  return { description, entitlements, charges, invoices, missing };
}

const from = (token: string | undefined) => (token === undefined ? {} : { nextToken: token });

function readEntitlements(reading: AgreementReading, id: string): Promise<AgreementEntitlement[]> {
  return collect(async (token) => {
    const command = new GetAgreementEntitlementsCommand({ agreementId: id, maxResults: PAGE_SIZE, ...from(token) });
    const answer = await reading.door.send(command, reading);
    // A registration token belongs to the buyer's registration: nothing here uses it.
    const items = (answer.agreementEntitlements ?? []).map(({ registrationToken: _secret, ...rest }) => rest);
    return { items, next: answer.nextToken };
  });
}

function readCharges(reading: AgreementReading, id: string): Promise<Charge[]> {
  return collect(async (token) => {
    const command = new ListAgreementChargesCommand({ agreementId: id, maxResults: PAGE_SIZE, ...from(token) });
    const answer = await reading.door.send(command, reading);
    return { items: answer.items ?? [], next: answer.nextToken };
  });
}

function readInvoices(reading: AgreementReading, id: string): Promise<AgreementInvoiceLineItemGroupSummary[]> {
  return collect(async (token) => {
    const answer = await reading.door.send(
      new ListAgreementInvoiceLineItemsCommand({
        agreementId: id,
        groupBy: 'INVOICE_ID',
        maxResults: PAGE_SIZE,
        ...from(token),
      }),
      reading,
    );
    return { items: answer.agreementInvoiceLineItemGroupSummaries ?? [], next: answer.nextToken };
  });
}
