using System.Globalization;

namespace Graph.Benchmarks;

/// <summary>Memory of this process in bytes, as the kernel counts it; 0 where the kernel does not say.</summary>
internal static class ProcessMemory
{
    public static long Resident => Read("VmRSS:");

    public static long Peak => Read("VmHWM:");

    private static long Read(string name)
    {
        const string Status = "/proc/self/status";
        if (!File.Exists(Status))
            return 0;

        var line = File.ReadLines(Status).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line[name.Length..].Replace("kB", "").Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
