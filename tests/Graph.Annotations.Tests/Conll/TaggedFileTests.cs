using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>Tagged files in every layout: name, text, and the mentions that it gives.</summary>
public sealed class TaggedFileTests
{
    private const string Prose = "in O\nthe O\nmorning O\nand O\ndid O\nnot O\ncome O\nback O\nthat O\nday O\nuntil O\nnight O\n";

    [Theory]
    [InlineData("two columns, no extension", "train", "Mira B-PER\nleft O\nOslo B-LOC\n. O\n", "Mira:PER Oslo:LOC")]
    [InlineData("an extension of its own", "emerging.test.annotated", "Mira\tB-person\nleft\tO\n\nOslo\tB-location\n", "Mira:person Oslo:location")]
    [InlineData("a code of the language before each token", "dev", "no:Mira\tB-PER\nno:forlot\tO\nno:Oslo\tB-LOC\nno::\tO\n", "Mira:PER Oslo:LOC")]
    [InlineData("types without a position", "news.tsv", "Mira PERSON\nDahl PERSON\nleft O\nOslo LOCATION\n" + Prose, "Mira Dahl:PERSON Oslo:LOCATION")]
    [InlineData("phrases beside names", "eng.testa", "Mira NNP B-NP B-PER\nleft VBD B-VP O\nOslo NNP B-NP B-LOC\n", "Mira:PER Oslo:LOC")]
    [InlineData("tags before tokens", "movies.bio", "O\tdirected\nO\tby\nB-DIRECTOR\tMira\nI-DIRECTOR\tDahl\n", "Mira Dahl:DIRECTOR")]
    [InlineData("labels with blanks behind a tab", "news.iob", "The\tO\nNorth\tB-Armed group\nGuard\tI-Armed group\nleft\tO\n", "North Guard:Armed group")]
    [InlineData("Label Studio, labels with blanks", "result.conll", "-DOCSTART- -X- O\nThe -X- _ O\nNorth -X- _ B-Armed group\nGuard -X- _ I-Armed group\nleft -X- _ O\nMira -X- _ B-Person\n", "North Guard:Armed group Mira:Person")]
    [InlineData("numbers, tags and an annotator", "en.iob2", "# sent_id = a\n1\tMira\tB-PER\t-\tann1\n2\tleft\tO\t-\tann1\n\n1\tOslo\tB-LOC\t-\tann1\n", "Mira:PER Oslo:LOC")]
    [InlineData("ids before the token", "letters.conllu", "doc_1\treg_1\tt_1\tMira\tO\tB-PER\ndoc_1\treg_1\tt_2\tleft\tO\tO\ndoc_1\treg_2\tt_3\tOslo\tO\tB-LOC\ndoc_1\treg_2\tt_4\tfell\tO\tO\n", "Mira:PER Oslo:LOC")]
    [InlineData("line ends that were converted twice", "a.conll", "Mira B-PER\r\r\nDahl I-PER\r\r\nleft O\r\r\n\r\r\nOslo B-LOC\r\r\n", "Mira Dahl:PER Oslo:LOC")]
    [InlineData("a token with blanks", "news.bio", "New York\tB-LOC\nwon\tO\n", "New York:LOC")]
    [InlineData("tags in lower case", "a.conll", "Mira b-per\nDahl i-per\nleft o\nOslo b-loc\n", "Mira Dahl:per Oslo:loc")]
    [InlineData("an underscore in tags", "a.conll", "Mira B_PER\nDahl I_PER\nleft O\nOslo B_LOC\n", "Mira Dahl:PER Oslo:LOC")]
    [InlineData("positions at the end", "a.conll", "Mira PER-B\nDahl PER-I\nleft O\nOslo LOC-B\n", "Mira Dahl:PER Oslo:LOC")]
    [InlineData("a table of words", "ner.csv", "Sentence #,Word,POS,Tag\nSentence: 1,Mira,NNP,B-per\n,Dahl,NNP,I-per\n,\",\",\",\",O\nSentence: 2,Oslo,NNP,B-geo\n,fell,VBD,O\n", "Mira Dahl:per Oslo:geo")]
    [InlineData("a table of words, sentences on each row", "ner.csv", "sentence_id,words,labels\n0,Mira,B-per\n0,left,O\n1,Dahl,I-per\n1,left,O\n", "Mira:per Dahl:per")]
    [InlineData("a name that says commas, and tabs", "news.2014.csv", "Mira\tB-PER\tO\nleft,\tO\tO\nOslo\tB-LOC\tO\n", "Mira:PER Oslo:LOC")]
    [InlineData("positions without types", "genes.tsv", "the\tO\nDelta\tB\nMill\tI\nruns\tO\n", "Delta Mill:")]
    [InlineData("a line that tells of columns, and a name behind the mark", "n82.iob", "-DOCSTART CONFIG FEATURES orth base\n-DOCSTART FILE 7.xml\nMira\tMira\tB-nam\nleft\tleave\tO\n", "Mira:nam")]
    [InlineData("types before tokens", "news.txt", "PERSON\tMira\nPERSON\tDahl\nO\tleft\nLOCATION\tOslo\nO\tin\nO\tthe\nO\tnight\n", "Mira Dahl:PERSON Oslo:LOCATION")]
    [InlineData("zeros outside", "news.tsv", "Mira\tPERSON\nleft\t0\nOslo\tLOCATION\nin\t0\nthe\t0\nnight\t0\n", "Mira:PERSON Oslo:LOCATION")]
    [InlineData("others outside", "news.tsv", "Mira\tPERSON\nleft\tOTHER\nOslo\tLOCATION\n\nIt\tOTHER\nfell\tOTHER\n.\tOTHER\n", "Mira:PERSON Oslo:LOCATION")]
    [InlineData("strokes outside", "news.tsv", "Mira\tB-PER\nDahl\tI-PER\nleft\t-\nOslo\tB-LOC\nagain\t-\n", "Mira Dahl:PER Oslo:LOC")]
    [InlineData("a column of sentences", "news.tsv", "sent_id\ttoken\tner\n1\tMira\tB-per\n1\tleft\tO\n2\tDahl\tI-per\n2\tleft\tO\n", "Mira:per Dahl:per")]
    public void EachLayoutIsFound(string layout, string name, string text, string expected)
    {
        using var folder = new TemporaryFolder((name, text));

        var result = folder.Load();

        Assert.True(result.Summary.Articles == 1, $"{layout}: not read");
        Assert.Equal(expected, LoadedFacts.Describe(result));
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity != DiagnosticSeverity.Note);
    }

    [Fact]
    public void AColumnMayNameTheArticles()
    {
        using var folder = new TemporaryFolder(
            ("news.tsv", "doc_id\tsent_id\ttoken\tner\na\t1\tMira\tB-per\na\t2\tDahl\tI-per\nb\t2\tOslo\tI-loc\nb\t2\tfell\tO\n"));

        var result = folder.Load();

        Assert.Equal(("Mira:per Dahl:per Oslo:loc", 2), (LoadedFacts.Describe(result), result.Summary.Articles));
    }

    /// <summary>A sentence a line, tokens written together with their tags.</summary>
    [Theory]
    [InlineData("aij-wikiner-xx-wp2", "\nMira|NNP|I-PER Dahl|NNP|I-PER left|VBD|O Oslo|NNP|I-LOC .|.|O\n\nIt|PRP|O fell|VBD|O\n", "Mira Dahl:PER Oslo:LOC")]
    [InlineData("news.txt", "Mira/B-PER and/or/O Ola/B-PER left/O\nOslo/B-LOC fell/O\n", "Mira:PER Ola:PER Oslo:LOC")]
    [InlineData("news.tagged", "Mira_NNP_B-PER left_VBD_O a_b_NN_O\r\nOslo_NNP_B-LOC fell_VBD_O\r\n", "Mira:PER Oslo:LOC")]
    [InlineData("news.txt", "Mira|NNP|B-PER left|VBD|O broken Oslo|NNP|B-LOC .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O .|.|O\n", "Mira:PER Oslo:LOC | 1 malformed")]
    [InlineData("news.txt", "Mira/PERSON Dahl/PERSON left/O Oslo/LOCATION ./O\n", "Mira Dahl:PERSON Oslo:LOCATION")]
    public void TokensMayBeWrittenTogetherWithTheirTags(string name, string text, string expected)
    {
        using var folder = new TemporaryFolder((name, text));

        Assert.Equal(expected, LoadedFacts.Describe(folder.Load()));
    }

    /// <summary>Prose has strokes and slashes too.</summary>
    [Theory]
    [InlineData("Mira and/or Ola left for Oslo|Bergen on 1/2 O/B-LOC day.\n")]
    [InlineData("Mira/NNP left/VBD Oslo/NNP in/IN May/NNP\n")]
    [InlineData("a/b c/d e/f\ng/h i/O j/k\n")]
    public void ProseIsNotTagged(string text)
    {
        using var folder = new TemporaryFolder(("news.txt", text));

        Assert.Equal(0, folder.Load().Summary.Articles);
    }

    /// <summary>Comments that name a document begin an article.</summary>
    [Theory]
    [InlineData("# file: {0}.txt")]
    [InlineData("# file:\t{0}.txt")]
    [InlineData("# document: {0}.txt")]
    [InlineData("# doc_id = {0}.txt")]
    public void ACommentNamesAnArticle(string comment)
    {
        using var folder = new TemporaryFolder(
            ("news.conll", $"{string.Format(comment, "a")}\nMira\tB-PER\nleft\tO\n\n{string.Format(comment, "b")}\nOla\tB-PER\nwon\tO\n"));

        var store = folder.Load().Store;

        Assert.Equal(["a.txt", "b.txt"], [store.GetNodeProperty(0, "key").AsString(), store.GetNodeProperty(1, "key").AsString()]);
    }

    /// <summary>
    /// What stands in further columns and in comments is named; numbers of tokens and what is the same on all lines are not.
    /// </summary>
    [Theory]
    [InlineData("a.conll", "-DOCSTART- -X- -X- O\n\nMira NNP B-NP B-PER\nleft VBD B-VP O\n", "values of column 2 ('NNP') 2, values of column 3 ('B-NP') 2")]
    [InlineData("a.tsv", "token\tlemma\tner\nMira\tMira\tB-PER\nleft\tleave\tO\n", "values of column 'lemma' 2")]
    [InlineData("a.iob2", "# sent_id = 1\n# reviewer = ola\n# checked twice\n1\tMira\tB-PER\t-\n2\tleft\tO\t-\n", "comments 1, comments 'reviewer' 1")]
    public void FurtherColumnsAndCommentsAreNamed(string name, string text, string losses)
    {
        using var folder = new TemporaryFolder((name, text));

        var summary = folder.Load().Summary;

        Assert.Equal(losses, string.Join(", ", summary.Losses.Select(loss => $"{loss} {summary.Others[loss]}")));
    }

    /// <summary>Where nothing is tagged, and where all words are one, the words are the text all the same.</summary>
    [Theory]
    [InlineData("doc_1\treg_1\ttok_1\tMira\tO\tO\ndoc_1\treg_1\ttok_2\tleft\tO\tO\n", "Mira left")]
    [InlineData("doc_1\ttok_1\tMira\tO\ndoc_1\ttok_2\tMira\tO\ndoc_1\ttok_3\tMira\tO\ndoc_1\ttok_4\tMira\tO\n", "Mira Mira Mira Mira")]
    public void WordsAreFoundWithoutTags(string rows, string text)
    {
        using var folder = new TemporaryFolder(("a.conllu", rows));

        Assert.Equal(text, folder.Load().Store.Articles.GetText(0));
    }

    /// <summary>AIDA: most lines are a token alone, those of mentions have the page that they are about.</summary>
    [Fact]
    public void AidaLinksToWikipedia()
    {
        using var folder = new TemporaryFolder(("AIDA.tsv",
            "-DOCSTART- (1 Mill)\nMira\tB\tMira Dahl\t--NME--\nDahl\tI\tMira Dahl\t--NME--\nleft\nOslo\tB\tOslo\tOslo\thttp://en.wikipedia.org/wiki/Oslo\t22309\t/m/05l64\n.\n\nShe\nran\n\n-DOCSTART- (2 Oslo)\nOslo\tB\tOslo\tOslo\thttp://en.wikipedia.org/wiki/Oslo\t22309\t/m/05l64\nfell\tX\n"));

        var result = folder.Load();

        Assert.Equal("Mira Dahl: Oslo: Oslo: | 1 malformed", LoadedFacts.Describe(result));
        Assert.Equal(
            (2, 2, "Mira Dahl left Oslo .\nShe ran"),
            (result.Summary.Articles, result.Summary.Entities,
                result.Store.Articles.GetText(result.Store.GetEdgeEvidence(0)!.Value.Article)));
    }

    [Theory]
    [InlineData("token\tcoarse\tfine\nMira\tB-per\tB-per.ind\nleft\tO\tO\n", "Mira:per Mira:per.ind", "fine mentions")]
    [InlineData("Mira\tB-per\tO\nOslo\tI-per\tB-loc\nleft\tO\tO\n", "Mira Oslo:per Oslo:loc", "column 3 mentions")]
    public void FurtherTagColumnsAreLayers(string text, string expected, string layer)
    {
        using var folder = new TemporaryFolder(("news.tsv", text));

        var result = folder.Load();

        Assert.Equal(expected.Split(' ').Order(), LoadedFacts.ListMentions(result.Store).SelectMany(mention => mention.Split(' ')).Order());
        Assert.Equal((1, 1), (result.Summary.Mentions, result.Summary.Others[layer]));
    }

    /// <summary><c>corpus.yaml</c> names columns by number or by the first line, and one or several tags.</summary>
    [Theory]
    [InlineData("format: iob", "Mira B-PER\nleft O\n", "Mira:PER")]
    [InlineData("columns: {token: 1, tag: 2}", "x Mira B-PER B-NP\nx left O B-VP\n", "Mira:PER")]
    [InlineData("columns: {token: WORD, tag: NAME}", "NR\tWORD\tNAME\tREST\n7\tMira\tB-PER\tq\n8\tleft\tO\tq\n", "Mira:PER")]
    [InlineData("columns: {token: 0, tag: [1, 2]}", "Mira\tB-PER\tB-VIP\nleft\tO\tO\n", "Mira:PER/VIP")]
    [InlineData("columns: {tag: 1}", "Mira\tPERSON\tx\nleft\tO\tx\n", "Mira:PERSON")]
    public void ColumnsMayBeNamed(string settings, string text, string expected)
    {
        using var folder = new TemporaryFolder(("corpus.yaml", settings), ("words", text));

        Assert.Equal(expected.Split('/', ' ')[0], LoadedFacts.ListMentions(folder.Load().Store).First().Split('/')[0]);
    }

    [Theory]
    [InlineData("readme", "This is prose that\nhas two or more words\non each of its lines.\n")]
    [InlineData("poem.txt", "Roses red\nViolets blue\nO sugar\nAnd you\n")]
    [InlineData("table.tsv", "name\tage\nMira\t40\nOla\t41\n")]
    [InlineData("words.csv", "word,count\nMira,40\nOla,41\n")]
    [InlineData("grades.conll", "Mira B-\nOla A+\nCy O\n")]
    public void WhatIsNotTaggedIsLeftAlone(string name, string text)
    {
        using var folder = new TemporaryFolder((name, text));

        Assert.Equal(0, folder.Load().Summary.Articles);
    }

    /// <summary>DaNE, NorNE and SSJ have a tag in the last column, GUM before 2.9 brackets without a declaration.</summary>
    [Theory]
    [InlineData("name=B-PER", "name=I-PER", "name=B-LOC", "Mira Dahl:PER Oslo:LOC")]
    [InlineData("SpaceAfter=Yes|NER=B-per", "NER=I-per", "NER=B-loc|Lang=sl", "Mira Dahl:per Oslo:loc")]
    [InlineData("NER_tag=B-PER", "NER_tag=I-PER", "NER_tag=B-LOC", "Mira Dahl:PER Oslo:LOC")]
    [InlineData("NE=Person", "NE=Person", "NE=Place1", "Mira Dahl:Person Oslo:Place1")]
    [InlineData("Entity=(person-1", "Entity=person-1)", "Entity=(place-2)", "Mira Dahl:person Oslo:place")]
    [InlineData("Entity=(1-person", "Entity=1)", "Entity=(2-place)", "Mira Dahl:person Oslo:place")]
    public void ConlluHasEntitiesInItsLastColumn(string first, string second, string last, string expected)
    {
        using var folder = new TemporaryFolder(("news.conllu",
            $"# sent_id = 1\n1\tMira\t_\tPROPN\t_\t_\t0\troot\t_\t{first}\n2\tDahl\t_\tPROPN\t_\t_\t1\tflat\t_\t{second}\n3\tOslo\t_\tPROPN\t_\t_\t1\tobj\t_\t{last}\n"));

        Assert.Equal(expected, LoadedFacts.Describe(folder.Load()));
    }

    [Fact]
    public void MorphologyMayHoldTheEntities()
    {
        using var folder = new TemporaryFolder(
            ("news.conllu", "1\tMira\t_\tPROPN\t_\tCase=Nom|NE=B-PER\t0\troot\t_\t_\n2\tleft\t_\tVERB\t_\tNE=O\t1\tdep\t_\t_\n"));

        Assert.Equal("Mira:PER", LoadedFacts.Describe(folder.Load()));
    }

    [Theory]
    [InlineData("ID FORM UPOS CORPUS:NE")]
    [InlineData("id form upos ner")]
    public void ConlluPlusNamesItsColumns(string columns)
    {
        using var folder = new TemporaryFolder(
            ("news.conllup", $"# global.columns = {columns}\n1\tMira\tPROPN\tB-PER\n2\tleft\tVERB\tO\n"));

        Assert.Equal("Mira:PER", LoadedFacts.Describe(folder.Load()));
    }

    /// <summary>
    /// OntoNotes with names and coreference, LitBank with coreference only, SemEval with its own columns; parts are articles.
    /// </summary>
    [Theory]
    [InlineData("a.v4_gold_conll",
        "#begin document (nw/a); part 000\nnw/a 0 0 Mira NNP (TOP(S* - - - - (PERSON* (ARG0* (0\nnw/a 0 1 Dahl NNP * - - - - *) *) 0)\nnw/a 0 2 left VBD * leave 01 1 - * (V*) -\n\nnw/a 0 0 She PRP * - - - - * * (0)\n\n#end document\n",
        "Mira Dahl:PERSON She:PERSON", 1)]
    [InlineData("a.conll",
        "#begin document (b); part 000\nb\t0\t0\tMira\t_\t_\t_\t_\t_\t_\t_\t_\t(1)\nb\t0\t1\tleft\t_\t_\t_\t_\t_\t_\t_\t_\t-\n#end document\n#begin document (b); part 001\nb\t1\t0\tShe\t_\t_\t_\t_\t_\t_\t_\t_\t(1)\n#end document\n",
        "Mira: She:", 2)]
    public void CoNll2012HasNamesAndChains(string name, string text, string mentions, int articles)
    {
        using var folder = new TemporaryFolder((name, text));

        var result = folder.Load();

        Assert.Equal(mentions, LoadedFacts.Describe(result));
        Assert.Equal(articles, result.Summary.Articles);
    }
}
