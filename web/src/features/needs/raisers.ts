/** Who asks: firms, those who speak for them, and the office. */
export const raisers: readonly string[] = ['secretariat', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact']
