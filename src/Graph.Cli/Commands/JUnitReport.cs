using System.Globalization;
using System.Text;
using System.Xml;
using Graph.Cli.Sessions;

namespace Graph.Cli.Commands;

/// <summary>What came of statements as build servers read it: JUnit's XML, a suite for each file.</summary>
internal static class JUnitReport
{
    public static string Write(IReadOnlyList<VerifiedCase> cases)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            foreach (var file in cases.GroupBy(found => found.File))
                WriteSuite(xml, file.Key, [.. file]);
            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void WriteSuite(XmlWriter xml, string file, List<VerifiedCase> cases)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(file));
        xml.WriteAttributeString("tests", cases.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", cases.Count(IsFailure).ToString(CultureInfo.InvariantCulture));
        foreach (var found in cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", Clean(file));
            xml.WriteAttributeString("name", Clean(found.Name.Length == 0 ? file : found.Name));
            if (IsFailure(found))
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("message", Clean(found.Message!.Split('\n', 2)[0]));
                xml.WriteString(Clean(found.Message!));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static bool IsFailure(VerifiedCase found) => found.IsFailure && found.Message is not null;

    /// <summary>XML has no signs for most control characters.</summary>
    private static string Clean(string text) =>
        string.Concat(text.Select(unit => XmlConvert.IsXmlChar(unit) || char.IsSurrogate(unit) ? unit : '\uFFFD'));
}
