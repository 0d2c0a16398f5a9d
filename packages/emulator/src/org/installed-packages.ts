import type { Org } from './org.ts'

/** Notes a managed package as installed, so that the Tooling API lists it. */
export function installPackage(org: Org, name: string, namespace: string): void {
  const common = { IsDeleted: false, SystemModstamp: org.now() }
  const packageId = org.ids.next('033')
  org.table('SubscriberPackage').insert({ Id: packageId, Name: name, NamespacePrefix: namespace, ...common })
  org.table('InstalledSubscriberPackage').insert({
    Id: org.ids.next('0A3'),
    SubscriberPackageId: packageId,
    SubscriberPackageVersionId: org.ids.next('04t'),
    ...common,
  })
}
