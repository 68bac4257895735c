namespace Graph.Annotations.Tests;

/// <summary>Annotations that name the file of their text, and sentences with both ends of a relation marked.</summary>
public sealed class TextFileTests
{
    private const string Text = "\U0001F642 Mira left Oslo.\nBo won.\n";

    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "Azure, UTF-16", "project.json",
            """{"projectFileVersion": "2022-05-01", "stringIndexType": "Utf16CodeUnit", "metadata": {"projectName": "x"}, "assets": {"projectKind": "CustomEntityRecognition", "entities": [{"category": "PER"}], "documents": [{"location": "a.txt", "language": "en", "entities": [{"regionOffset": 0, "regionLength": 30, "labels": [{"category": "PER", "offset": 3, "length": 4}, {"category": "LOC", "offset": 13, "length": 4}, {"category": "LOC", "offset": 13, "length": 99}]}]}, {"location": "b.txt", "entities": []}]}}""",
            "Mira:PER Oslo:LOC | 2 malformed"
        },
        {
            "Comprehend, a line a record", "output",
            """
            {"Entities": [{"BeginOffset": 2, "EndOffset": 6, "Score": 0.99, "Text": "Mira", "Type": "PERSON"}, {"BeginOffset": 12, "EndOffset": 16, "Score": 0.9, "Text": "Oslo", "Type": "LOCATION"}], "File": "a.txt", "Line": 0}
            {"Entities": [{"BeginOffset": 0, "EndOffset": 2, "Score": 0.9, "Text": "Bo", "Type": "PERSON"}], "File": "a.txt", "Line": 1}
            """,
            "Mira:PERSON Oslo:LOCATION Bo:PERSON"
        },
        {
            "Comprehend, the whole file", "output.jsonl",
            """{"Entities": [{"BeginOffset": 18, "EndOffset": 20, "Score": 0.9, "Text": "Bo", "Type": "PERSON"}], "File": "a.txt"}""",
            "Bo:PERSON"
        },
        {
            "Recogito, a cell with a comma", "a.csv",
            "UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE,URI,VOCAB_LABEL,VOCAB_TOPONYM,LAT,LNG,PLACE_TYPE,VERIFICATION_STATUS,TAGS,COMMENTS\n"
            + "u1,a.txt,Oslo,char-offset:13,PLACE,http://sws.geonames.org/3143244,Oslo,,59.9,10.7,city,VERIFIED,,\"sure, yes\"\n"
            + "u2,a.txt,Mira,char-offset:3,PERSON,,,,,,,,,\nu3,a.txt,Mara,char-offset:3,PERSON,,,,,,,,,\nu4,a.txt,,rect:1,PLACE,,,,,,,,,\n",
            "Mira:PERSON Mira:PERSON Oslo:PLACE | 1 mismatches"
        },
        {
            "SemEval", "TRAIN_FILE.TXT",
            "1\t\"The <e1>author</e1> of a <e2>book</e2> left.\"\r\nProduct-Producer(e2,e1)\r\nComment: sure\r\n\r\n2\t\"A <e1>dog</e1> & a <e2>cat</e2>.\"\r\nOther\r\nComment:\r\n\r\n3\tA <e1>dog</e1>\r\n",
            "author: book: dog: cat: | book-Product-Producer-author | 1 malformed"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void EachIsReadWithItsText(string what, string name, string annotations, string expected)
    {
        using var folder = name == "TRAIN_FILE.TXT"
            ? new TemporaryFolder((name, annotations))
            : new TemporaryFolder((name, annotations), ("a.txt", Text));

        var result = folder.Load();

        Assert.Equal((what, expected, 0), (what, LoadedFacts.Describe(result), result.Summary.SkippedFiles.Length));
    }
}
