namespace Graph.Annotations.Tests;

/// <summary>Articles as rows of a table, with what is annotated on them in a cell.</summary>
public sealed class RecordTableTests
{
    private const string Expected = "Mira:PER Oslo:LOC Bo:PER";

    public static TheoryData<string, string, string, string> Tables => new()
    {
        {
            "JSON objects", "a.csv",
            "id,text,entities\n1,Mira left Oslo.,\"[{\"\"start\"\": 0, \"\"end\"\": 4, \"\"label\"\": \"\"PER\"\"}, {\"\"start\"\": 10, \"\"end\"\": 14, \"\"label\"\": \"\"LOC\"\"}]\"\n"
            + "2,\"Bo, too\",\"[{\"\"start\"\": 0, \"\"end\"\": 2, \"\"label\"\": \"\"PER\"\"}]\"\n3,Nobody.,[]\n", Expected
        },
        {
            "lists of JSON", "a.csv",
            "text,label\nMira left Oslo.,\"[[0, 4, \"\"PER\"\"], [10, 14, \"\"LOC\"\"]]\"\nBo.,\"[[0, 2, \"\"PER\"\"]]\"\nNobody.,\n",
            Expected
        },
        {
            "tuples of Python", "a.csv",
            "text,entities\nMira left Oslo.,\"[(0, 4, 'PER'), (10, 14, 'LOC')]\"\nBo.,\"[(0, 2, 'PER')]\"\nNobody.,[]\n", Expected
        },
        {
            "tuples that begin with the words", "a.csv",
            "text,entities\nMira left Oslo.,\"[('Mira', 0, 4, 'PER'), ('Oslo', 10, 14, 'LOC')]\"\nBo.,\"[('Bo', 0, 2, 'PER')]\"\n", Expected
        },
        {
            "objects of Python, a quote in the words", "a.tsv",
            "text\tannotations\n\"Mira\"\" left Oslo.\"\t\"[{'start': 0, 'end': 4, 'label': 'PER', 'text': 'Mira', 'sure': None}, {'start': 11, 'end': 15, 'label': \"\"LOC\"\"}]\"\nBo.\t[{'start': 0, 'end': 2, 'label': 'PER'}]\n",
            Expected
        },
        {
            "spaCy's pairs", "a.csv",
            "text;annotations\nMira left Oslo.;{'entities': [(0, 4, 'PER'), (10, 14, 'LOC')]}\nBo.;{'entities': [(0, 2, 'PER')]}\n",
            Expected
        },
        {
            "lists of tokens and tags", "a.csv",
            "tokens,ner_tags\n\"['Mira', 'left', 'Oslo', '.']\",\"['B-PER', 'O', 'B-LOC', 'O']\"\n\"['Bo', '.']\",\"['B-PER', 'O']\"\n",
            Expected
        },
        {
            "arrays of numpy", "a.csv",
            "tokens,ner_tags\n\"array(['Mira', 'left', 'Oslo', '.'], dtype=object)\",\"array(['B-PER', 'O', 'B-LOC', 'O'], dtype=object)\"\n"
            + "\"['Bo' '.']\",\"['B-PER' 'O']\"\n", Expected
        },
        {
            "a sentence and a list of tags, parts of speech beside", "ner.csv",
            "Sentence #,Sentence,POS,Tag\nSentence: 1,Mira left Oslo .,\"['NNP', 'VBD', 'NNP', '.']\",\"['B-PER', 'O', 'B-LOC', 'O']\"\n"
            + "Sentence: 2,Bo .,\"['NNP', '.']\",\"['B-PER', 'O']\"\n", Expected
        },
        {
            "a sentence and tags between blanks", "ner.csv",
            "text,labels\nMira left Oslo .,B-PER O B-LOC O\nBo .,B-PER O\nNobody came .,O O O\n", Expected
        },
        {
            "a sentence and tags between commas", "data.tsv",
            "sentence\tword_labels\nMira left Oslo .\tB-PER,O,B-LOC,O\nBo .\tB-PER,O\n", Expected
        },
        {
            "a cell that is none", "a.csv",
            "text,entities\nMira left Oslo.,\"[(0, 4, 'PER'), (10, 14, 'LOC')]\"\nBo.,\"[(0, 2, 'PER')]\"\nBad.,\"[(0, 3, 'PER'\"\n",
            Expected
        },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void EachWayToWriteACellIsRead(string what, string name, string text, string expected)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            using var folder = new TemporaryFolder((name, text.Replace("\n", lineEnd)));

            Assert.Equal((what, expected), (what, LoadedFacts.Describe(folder.Load())));
        }
    }

    /// <summary>Tables of other things have lists in their cells too.</summary>
    [Theory]
    [InlineData("a.csv", "name,tags\nMira,\"['a', 'b']\"\nBo,\"['c']\"\n")]
    [InlineData("a.csv", "id,name,aliases\n1,Mira,\"[\"\"M\"\"]\"\n")]
    [InlineData("a.csv", "name,born\nMira,2001\n")]
    public void OtherTablesAreLeftAlone(string name, string text)
    {
        using var folder = new TemporaryFolder((name, text));

        Assert.Equal((0, 1), (folder.Load().Summary.Articles, folder.Load().Summary.SkippedFiles.Length));
    }

    [Theory]
    [InlineData("[('Anna', 0, 4.5, None, True)]", """[["Anna",0,4.5,null,true]]""")]
    [InlineData("{'a': (1,), 2: {'x', 'y'}}", """{"a":[1],"2":["x","y"]}""")]
    [InlineData("['it\\'s', \"a 'b'\", 'l\\n\\u00e9\\x41']", "[\"it\\u0027s\",\"a \\u0027b\\u0027\",\"l\\n\\u00E9A\"]")]
    [InlineData("array(['B-PER', 'O'], dtype=object)", """["B-PER","O"]""")]
    [InlineData("[np.int64(3), nan, -2e3]", "[3,null,-2000]")]
    [InlineData("['a' 'b'\n 'c']", """["a","b","c"]""")]
    [InlineData("{}", "{}")]
    [InlineData("['a'", null)]
    [InlineData("[a, b]", null)]
    [InlineData("['a'] and more", null)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", null)]
    public void ValuesOfPythonBecomeJson(string text, string? expected) => Assert.Equal(expected, PythonLiteral.ToJson(text));

    [Fact]
    public void TheFirstSheetOfAWorkbookIsReadAndTheOthersAreTold()
    {
        using var folder = new TemporaryFolder();
        TestWorkbook.Write(
            Path.Combine(folder.FullPath, "a.xlsx"),
            ("Sentences", [["text", "entities"], ["Mira left Oslo.", "[(0, 4, 'PER'), (10, 14, 'LOC')]"], ["Bo.", "[(0, 2, 'PER')]"]]),
            ("Empty", []),
            ("Notes", [["a", "b"]]));

        var result = folder.Load();

        Assert.Equal((2, 3), (result.Summary.Articles, result.Summary.Mentions));
        Assert.Equal(["sheet 'Notes' not read"], result.Summary.Others.Select(other => other.Key));
    }

    [Fact]
    public void AWorkbookWithoutAnnotationsIsLeftToTables()
    {
        using var folder = new TemporaryFolder();
        TestWorkbook.Write(Path.Combine(folder.FullPath, "a.xlsx"), ("First", [["id", "name"], ["1", "Mira"]]));

        Assert.Contains("no 'tables' section", Assert.Single(folder.Load().Summary.Skipped).Reason);
    }
}
