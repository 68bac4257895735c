namespace Graph.Fuzz.Entries;

/// <summary>Words that readers of a kind of file know.</summary>
internal static class LoadWords
{
    private static readonly ImmutableArray<string> Xml =
        ["<p>", "</p>", "<TEI>", "xml:id=\"a\"", "id=\"1\"", "ref=\"#a\"", "begin=\"0\"", "end=\"3\"", "start=\"-1\"", "<term/>",
            "<mention>", "<!-- x -->", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "xmlns=\"x\"", "&lt;", "&#x41;", "&undefined;"];

    private static readonly ImmutableArray<string> Json =
        ["\"text\":", "\"start\": 0", "\"end\": 3", "\"label\": \"PER\"", "\"spans\": [", "\"relations\": [", "\"entities\": {",
            "\"id\": 1", "\"tokens\": []", "null", "true", "[[0, 1, \"PER\"]]", "{\"a\": {}}", "\"\\ud800\"", "1e999", "\"head\": 99"];

    private static readonly ImmutableArray<string> Lines =
        ["T1\tPerson 0 3\tAnn\n", "R1\tKnows Arg1:T1 Arg2:T2\n", "E1\tMeet:T1 Who:T2\n", "*\tEquiv T1 T2\n", "A1\tNeg R1\n",
            "#1\tNote T1 x\n", "0 3;5 7", "B-PER", "I-LOC", "O", "_", "-DOCSTART- -X- O O\n", "# newdoc id = a\n",
            "#begin document (a); part 000\n", "#end document\n", "(1)", "(1|(2", "Entity=(1-person-new", "\t", "\n\n"];

    private static readonly ImmutableArray<string> Native =
        ["[Ann]{.Person #ann}", "```facts\n", "```\n", "(#ann)-[:KNOWS]->(#bob)", "(#e:Event {kind: 'x'})", "---\n", "id: a\n",
            "title: [x]\n", "{.Country #nl wikidata=Q55}", "\\[", "]{", "published: 2022-13\n"];

    private static readonly ImmutableArray<string> Settings =
        ["format: json\n", "types:\n  PER: Person\n", "columns: {token: 0, tag: [-1, 2]}\n",
            "tables:\n  nodes:\n    - {file: people.csv, label: Person}\n", "json: {text: t, mentions: {list: m}}\n",
            "identity: {name: off}\n", "texts: ../..\n", "annotator: x\n", "confidence: 0.5\n", "layers: []\n", "&a ", "*a", "!!binary ",
            "? ", "- ", "|\n  x\n", ">-\n", "<<: "];

    public static ImmutableArray<string> Find(string entry) => entry switch
    {
        "tei" or "naf" or "bioc" or "timeml" or "cat" or "gate" or "corenlp" or "folia" or "mmax" => Xml,
        "json" or "export-webannotation" => Json,
        "uima" or "mixed" => [.. Xml, .. Json, .. Lines],
        "native" or "export-native" => Native,
        "settings" or "tables" or "aliases" or "export-neo4j" => Settings,
        _ => Lines,
    };
}
