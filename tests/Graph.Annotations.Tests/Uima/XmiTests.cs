namespace Graph.Annotations.Tests;

public sealed class XmiTests
{
    /// <summary>INCEpTION can annotate a document as a whole; such annotations have no place in the text.</summary>
    [Fact]
    public void AnnotationsOfTheWholeDocumentAreCounted()
    {
        using var folder = new TemporaryFolder(("a.xmi", """
            <xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
              <cas:NULL xmi:id="0"/>
              <custom:Name xmi:id="2" sofa="10" begin="0" end="3" value="PER"/>
              <custom:Topic xmi:id="3" sofa="10" value="war"/>
              <cas:Sofa xmi:id="10" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Ann ran"/>
              <cas:View sofa="10" members="2 3"/>
            </xmi:XMI>
            """));

        var summary = folder.Load().Summary;

        Assert.Equal(1, summary.Mentions);
        Assert.Equal("annotations of the whole document 1", string.Join(", ", summary.Others.Select(pair => $"{pair.Key} {pair.Value}")));
    }
}
