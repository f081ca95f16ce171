import type { ProfileDocument } from '@canar/profile-document';

/** The sample profile in Hindi. */
export const sampleInHindi: ProfileDocument = {
  basics: {
    name: 'मीनाक्षी अय्यर',
    label: 'प्रधान इंजीनियर, भुगतान',
    email: 'meenakshi@example.in',
    url: 'https://example.in/meenakshi',
    summary:
      'मैं ऐसी भुगतान प्रणालियाँ बनाती हूँ जिन्हें समझाया जा सके। बारह साल में एक छोटे ऋणदाता के पहले बहीखाते से लेकर रोज़ एक करोड़ दस लाख UPI भुगतान निपटाने तक का सफ़र; ज़्यादातर समय गड़बड़ी को मामूली बात बनाने में लगा।',
    location: { city: 'चेन्नई', region: 'तमिलनाडु', countryCode: 'IN' },
    profiles: [
      { network: 'GitHub', username: 'meenakshi-iyer', url: 'https://github.com/example' },
      { network: 'LinkedIn', username: 'meenakshi', url: 'https://www.linkedin.com/in/example' },
    ],
  },
  work: [
    {
      name: 'टैमरिंड पे',
      position: 'प्रधान इंजीनियर, भुगतान',
      location: 'चेन्नई',
      startDate: '2021-06',
      summary: 'निपटान मंच की ज़िम्मेदारी: रोज़ एक करोड़ दस लाख भुगतान, 14 इंजीनियर।',
      highlights: [
        'रात के बैच हटाकर दोहरी प्रविष्टि वाला बहीखाता लगाया; मिलान दो दिन के बजाय चालीस मिनट में होने लगा।',
        'हर क़दम को दोहराने लायक़ बनाकर अटके रिफ़ंड 0.8 % से 0.02 % पर लाई।',
        'ऑन-कॉल की वह मार्गदर्शिका लिखी जिसे अब तीन और टीमें इस्तेमाल करती हैं।',
      ],
    },
    {
      name: 'कावेरी फ़ाइनेंस',
      position: 'वरिष्ठ इंजीनियर',
      location: 'बेंगलुरु',
      startDate: '2017-02',
      endDate: '2021-05',
      summary: 'तीन लाख छोटी दुकानों के ऋण का प्रबंधन।',
      highlights: [
        'काम रोके बिना एक डेटाबेस से चार पर जाने का नेतृत्व किया।',
        'मासिक ब्याज की गणना नौ घंटे से घटाकर पच्चीस मिनट की।',
      ],
    },
    {
      name: 'इंडस रिटेल',
      position: 'इंजीनियर',
      location: 'पुणे',
      startDate: '2014-07',
      endDate: '2017-01',
      highlights: ['600 दुकानों के लिए बिलिंग सॉफ़्टवेयर, जो बिना इंटरनेट भी चले, मराठी, हिंदी और अंग्रेज़ी में।'],
    },
  ],
  education: [
    {
      institution: 'कॉलेज ऑफ़ इंजीनियरिंग, गिंडी',
      studyType: 'बी.ई.',
      area: 'कंप्यूटर विज्ञान',
      startDate: '2010',
      endDate: '2014',
      score: '8.9 / 10',
    },
  ],
  projects: [
    {
      name: 'खाता',
      description: 'Go में लिखा एक छोटा खुला बहीखाता, जिसमें एक पैसा भी नहीं खोता।',
      url: 'https://example.in/khata',
      startDate: '2022',
      keywords: ['Go', 'PostgreSQL'],
    },
  ],
  skills: [
    { name: 'प्रणालियाँ', keywords: ['बहीखाते', 'इडेमपोटेंसी', 'इवेंट सोर्सिंग', 'क्षमता नियोजन'] },
    { name: 'साधन', keywords: ['Go', 'TypeScript', 'PostgreSQL', 'Kafka', 'AWS'] },
  ],
  languages: [
    { language: 'तमिल', fluency: 'मातृभाषा' },
    { language: 'अंग्रेज़ी', fluency: 'धाराप्रवाह' },
    { language: 'हिंदी', fluency: 'बोलचाल' },
  ],
  meta: { canar: { locale: 'hi-IN' } },
};
