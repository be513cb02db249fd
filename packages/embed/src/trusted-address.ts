interface Policy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

/** Trusted Types want the address of a script to come from a named policy, made once. */
export const trustedAddress = (url: string): string => {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('crm-elements', { createScriptURL: (address) => address });
  return policy ? policy.createScriptURL(url) : url;
};
