using System.Xml;
using System.Xml.Schema;

namespace Graph.Export.Tests;

/// <summary>XML is held against the schema of its format: elements, types, and that every reference leads somewhere.</summary>
public sealed class XmlSchemaTests
{
    [Theory]
    [InlineData("graphml", "graphml.xsd")]
    [InlineData("gexf", "gexf.xsd", "gexf-viz.xsd")]
    public void WhatIsWrittenFitsTheSchema(string format, params string[] schemas)
    {
        foreach (var selection in new[] { GraphSelection.All(ExportRuns.Data), GraphSelection.All(HostileGraph.Build()),
            GraphSelection.Of(HostileGraph.Build(), [], []) })
            Assert.Empty(Validate(ExportRuns.Write(GraphFormats.FindByName(format)!, selection), schemas));
    }

    /// <summary>The schemas do find mistakes.</summary>
    [Theory]
    [InlineData("graphml", "source=\"n1\"", "source=\"n99\"", "graphml.xsd")]
    [InlineData("graphml", "attr.type=\"long\"", "attr.type=\"number\"", "graphml.xsd")]
    [InlineData("gexf", "target=\"n1\"", "target=\"n99\"", "gexf.xsd", "gexf-viz.xsd")]
    [InlineData("gexf", "start=\"2022-01-05\"", "start=\"2022\"", "gexf.xsd", "gexf-viz.xsd")]
    [InlineData("gexf", "version=\"1.3\" ", "version=\"1.2\" ", "gexf.xsd", "gexf-viz.xsd")]
    public void ASchemaRefusesWhatIsWrong(string format, string right, string wrong, params string[] schemas)
    {
        var text = System.Text.Encoding.UTF8.GetString(
            ExportRuns.Write(GraphFormats.FindByName(format)!, GraphSelection.All(HostileGraph.Build())));
        Assert.Contains(right, text);
        Assert.NotEmpty(Validate(System.Text.Encoding.UTF8.GetBytes(text.Replace(right, wrong)), schemas));
    }

    private static List<string> Validate(byte[] xml, string[] schemas)
    {
        var mistakes = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            XmlResolver = null,
            ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.ReportValidationWarnings
        };
        foreach (var schema in schemas.Reverse())
        {
            using var reader = XmlReader.Create(Repository.GetPath("tests", "Graph.Export.Tests", "Schemas", schema));
            settings.Schemas.Add(null, reader);
        }

        settings.ValidationEventHandler += (_, mistake) => mistakes.Add(mistake.Message);
        using var validating = XmlReader.Create(new MemoryStream(xml), settings);
        while (validating.Read())
        {
        }

        return mistakes;
    }
}
