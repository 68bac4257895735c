using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Abstract Meaning Representation: for each sentence <c># ::id doc.1</c>, <c># ::snt words</c> and a graph in brackets. Nodes with a
/// <c>:name</c> are entities of the type of their concept, with a page of Wikipedia where <c>:wiki</c> says one; their words are searched
/// in the sentence. Sentences whose ids have the same beginning are one article.
/// </summary>
internal sealed class AmrFormat() : SingleFileFormat("amr")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension is ".txt" or ".amr" or ".penman" or ".umr" or ".mrp" or ""
        && Regex.IsMatch(file.Head, @"^# ::(snt|tok)\s", RegexOptions.CultureInvariant | RegexOptions.Multiline)
        && Regex.IsMatch(file.Head, @"^\s*\([\w-]+\s*/\s*\S", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) => new AmrReader(file, log).Read();
}
