using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Graph.Annotations;

/// <param name="Line">Counted from 1.</param>
internal sealed record YamlMistake(int Line, string Reason);

/// <summary>Reads YAML to its nodes, without binding it to types.</summary>
internal static class YamlText
{
    /// <summary>The root of the first document, or null for an empty text; else what is wrong with it.</summary>
    public static (YamlNode? Root, YamlMistake? Mistake) Read(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return (stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode, null);
        }
        catch (YamlException exception)
        {
            return (null, new YamlMistake((int)exception.Start.Line, exception.Message.TrimEnd('.')));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The library's scanner fails so, without a place, on some control characters.
            return (null, new YamlMistake(1, "it cannot be read as YAML"));
        }
    }
}
