using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// MAE, and i2b2 and n2c2 which were made with it: a <c>TEXT</c> and <c>TAGS</c> under a root that is called as the task is. Tags have
/// <c>start</c> and <c>end</c> or <c>spans</c>, links the ids of tags; offsets are code points, or as the recorded words show.
/// </summary>
internal sealed class MaeFormat() : XmlFormat("mae")
{
    protected override bool Fits(AnnotationFile file) => file.Extension == ".xml" && IsMae(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new MaeArticleReader(file, xml, log).Read()];

    /// <summary>The text may fill the head; tags come behind it.</summary>
    private static bool IsMae(string head) =>
        head.Contains("<TEXT>", StringComparison.Ordinal)
        && Regex.IsMatch(head, @"<[A-Za-z_][\w.-]*[^<>]*>\s*<TEXT>\s*<!\[CDATA\[|<TAGS>", RegexOptions.CultureInvariant);
}
