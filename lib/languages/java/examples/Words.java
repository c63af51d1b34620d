// Counts words with streams, and shows the commonest ones.
String text = """
    the sea the sea the open sea
    it grew so calm that the boat
    lay on the sea as on a mirror
    """;

Map<String, Long> counts = Arrays.stream(text.split("\\s+"))
    .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));

counts.entrySet().stream()
    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
    .limit(3)
    .forEach(entry -> {
        String bar = "█".repeat(entry.getValue().intValue());
        System.out.printf("%5s %s %d%n", entry.getKey(), bar, entry.getValue());
    });

System.out.println("Different words: " + counts.size());
