using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Search.Text;

namespace Search.Tagging;

/// <summary>Names what tags follow from: the version of the rules in code, and the bytes of every data file.</summary>
internal static class TagFingerprint
{
    /// <summary>Reads each file once; a missing file is as good as an empty one.</summary>
    public static string Of(string code, IEnumerable<(DataFolder Folder, string File)> files)
    {
        var hash = new XxHash128();
        foreach (var (folder, file) in files)
        {
            var path = Path.Combine(folder.Root, file);
            var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
            hash.Append(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file}\n{bytes.Length}\n")));
            hash.Append(bytes);
        }
        return $"{code}-{Convert.ToHexStringLower(hash.GetCurrentHash())}";
    }
}
