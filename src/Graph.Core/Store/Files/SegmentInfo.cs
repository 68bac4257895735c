using System.IO.Hashing;

namespace Graph.Core;

/// <summary>What the manifest knows of a segment.</summary>
/// <param name="Checksum">XXH128 of the whole file, in hexadecimal.</param>
internal sealed record SegmentInfo(string Name, long Length, string Checksum)
{
    /// <summary>What is wrong with the file, by its whole content; null where it is sound.</summary>
    public string? FindProblem(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (FindLengthProblem(folder) is { } problem)
            return problem;
        try
        {
            using var stream = File.OpenRead(path);
            var hash = new XxHash128();
            hash.Append(stream);
            return Convert.ToHexStringLower(hash.GetCurrentHash()) == Checksum ? null : "the content has changed since it was written";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read: {exception.Message}";
        }
    }

    public string? FindLengthProblem(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, Name));
        if (!file.Exists)
            return "is missing; build the graph again";
        return file.Length == Length ? null : $"has {file.Length} bytes and should have {Length}; build the graph again";
    }
}

/// <summary>A part of a segment, in bytes.</summary>
internal readonly record struct BufferLocation(int Segment, long Offset, int Length);
