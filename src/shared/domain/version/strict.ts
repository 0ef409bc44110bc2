/** A schema that refuses what it does not name, on every level: a file is typed by hand, and a typing error must not be dropped silently. */
import { z } from 'zod';

type AnySchema = z.core.$ZodType;

export function strictly(schema: AnySchema): z.ZodType {
  const { def } = (schema as z.ZodType)._zod as { def: z.core.$ZodTypeDef };
  switch (def.type) {
    case 'object': {
      const { shape } = def as z.core.$ZodObjectDef;
      return z.strictObject(
        Object.fromEntries(Object.entries(shape).map(([name, member]) => [name, strictly(member)])),
      );
    }
    case 'array':
      return z.array(strictly((def as z.core.$ZodArrayDef).element));
    case 'nullable':
      return strictly((def as z.core.$ZodNullableDef).innerType).nullable();
    case 'optional':
      return strictly((def as z.core.$ZodOptionalDef).innerType).optional();
    case 'record':
      return z.record(z.string(), strictly((def as z.core.$ZodRecordDef).valueType));
    case 'union': {
      const { options, discriminator } = def as z.core.$ZodDiscriminatedUnionDef;
      const strict = options.map(strictly) as [z.ZodType, ...z.ZodType[]];
      return discriminator === undefined
        ? z.union(strict)
        : z.discriminatedUnion(discriminator, strict as unknown as [z.core.$ZodTypeDiscriminable]);
    }
    default:
      return schema as z.ZodType;
  }
}
