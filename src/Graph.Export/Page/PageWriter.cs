using System.Security.Cryptography;
using System.Text;

namespace Graph.Export;

/// <summary>
/// A page that holds a picture with everything behind it and needs nothing else: its script and style stand in it, and its own policy lets
/// nothing run but these, and nothing be fetched.
/// </summary>
internal static class PageWriter
{
    private const string Script = "page.js";
    private const string Style = "page.css";
    private const string Frame = "page.html";

    public static ExportReport Write(GraphSelection selection, Arrangement arrangement, Stream output)
    {
        var losses = new LossLedger();
        var picture = Picture.Create(selection, arrangement);
        var (script, style) = (Read(Script), Read(Style));
        foreach (var part in Split(Read(Frame)))
        {
            if (part == "{{data}}")
                new PageData(picture, losses).Write(output);
            else
                output.Write(Encoding.UTF8.GetBytes(part switch
                {
                    "{{script}}" => script,
                    "{{style}}" => style,
                    "{{script hash}}" => Hash(script),
                    "{{style hash}}" => Hash(style),
                    "{{title}}" => Describe(selection),
                    _ => part,
                }));
        }

        return ExportReport.Create(losses, selection);
    }

    /// <summary>The frame cut before and after each place to fill.</summary>
    private static IEnumerable<string> Split(string frame)
    {
        var start = 0;
        for (var place = frame.IndexOf(
            "{{", StringComparison.Ordinal); place >= 0; place = frame.IndexOf("{{", start, StringComparison.Ordinal))
        {
            yield return frame[start..place];
            start = frame.IndexOf("}}", place, StringComparison.Ordinal) + 2;
            yield return frame[place..start];
        }

        yield return frame[start..];
    }

    private static string Describe(GraphSelection selection) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Graph: {selection.Nodes.Length} nodes, {selection.Edges.Length} relations");

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using var stream = typeof(PageWriter).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
