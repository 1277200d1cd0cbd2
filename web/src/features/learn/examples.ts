/** Each shows one thing: how a popular post changes hands, how the draw decides, how reserved seats work. */
export const examples = {
  popular: 'A1.B1.C2_1-A70-B82-C75.2-A85-B84-C77.3-B78-A90-C80.4-A88-C70.5-A60-B60',
  draw: 'A1.B1.C1_1-A80-B75.2-A80-B75-C70.3-A80-C72_3.1.2',
  reserved: 'A3r1.B3_1-A88-B80.2-A85-B82.3-A83-B79.4p-A68-B60.5p-A65-B66.6-A70-B71',
} as const

export type ExampleName = keyof typeof examples
export const exampleNames = Object.keys(examples) as ExampleName[]

/** Own names only: `constructor` in a link is no example. */
export const isExample = (name: string): name is ExampleName => Object.hasOwn(examples, name)
