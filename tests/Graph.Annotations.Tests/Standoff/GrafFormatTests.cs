namespace Graph.Annotations.Tests;

/// <summary>A text with a graph for each layer, as MASC is published.</summary>
public sealed class GrafFormatTests
{
    private const string Text = "🙂 Mira Dahl left.\nShe is in New York.\n";

    private static readonly (string Name, string Body)[] Layers =
    [
        ("seg",
            """<region xml:id="seg-r0" anchors="2 6"/><region xml:id="seg-r1" anchors="7 11"/><region xml:id="seg-r2" anchors="28 31"/><region xml:id="seg-r3" anchors="32 36"/>"""),
        ("penn",
            """<node xml:id="penn-n0"><link targets="seg-r0"/></node><a label="tok" ref="penn-n0" as="PTB"><fs><f name="msd" value="NNP"/></fs></a><node xml:id="penn-n1"><link targets="seg-r1"/></node><a label="tok" ref="penn-n1" as="PTB"/><node xml:id="penn-n2"><link targets="seg-r2"/></node><node xml:id="penn-n3"><link targets="seg-r3"/></node>"""),
        ("s", """<region xml:id="s-r0" anchors="2 17"/><region xml:id="s-r1" anchors="18 37"/><node xml:id="s-n0"><link targets="s-r0"/></node><a label="s" ref="s-n0" as="xces"/><node xml:id="s-n1"><link targets="s-r1"/></node><a label="s" ref="s-n1" as="xces"/>"""),
        ("ne",
            """<node xml:id="ne-n0"/><a xml:id="ne-N1" label="person" ref="ne-n0" as="xces"><fs><f name="gender" value="female"/></fs></a><edge xml:id="ne-e0" from="ne-n0" to="penn-n0"/><edge xml:id="ne-e1" from="ne-n0" to="penn-n1"/><node xml:id="ne-n1"/><a label="location" ref="ne-n1" as="xces"/><edge from="ne-n1" to="penn-n2"/><edge from="ne-n1" to="penn-n3"/><node xml:id="ne-n2"/><a label="org" ref="ne-n2" as="xces"/>"""),
        ("event", """<node xml:id="ev-n0"><link targets="seg-r3"/></node><a label="event" ref="ev-n0" as="x"/>"""),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("texts/")]
    public void NamesAreFoundThroughNodesOfOtherLayers(string place)
    {
        using var folder = new TemporaryFolder(
            [.. Layers.Select(layer => ($"ann/a-1-{layer.Name}.xml", Write(layer.Body))), ("ann/" + place + "a-1.txt", Text),
                ("ann/a-1.hdr", "<x/>")]);

        var result = folder.Load();

        Assert.Equal(
            ("Mira Dahl:person New York:location York:event | 1 malformed", 1, 0),
            (LoadedFacts.Describe(result), result.Summary.Articles, result.Summary.SkippedFiles.Length));
        Assert.Equal(2, result.Summary.Others["annotations of layer 'penn' not read"]);
        Assert.Equal(2, result.Store.Articles.GetSentences(0).Count);
    }

    [Fact]
    public void AMissingTextIsNamed()
    {
        using var folder = new TemporaryFolder(("a-1-ne.xml", Write(Layers[3].Body)));

        Assert.Contains(folder.Load().Diagnostics, diagnostic => diagnostic.Message.Contains("'a-1.txt'", StringComparison.Ordinal));
    }

    private static string Write(string body) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><graph xmlns="http://www.xces.org/ns/GrAF/1.0/"><graphHeader><labelsDecl/></graphHeader>{body}</graph>""";
}
