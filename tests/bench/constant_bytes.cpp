// Answers every request on descriptor 0 with the bytes of one file and does nothing else: the ceiling of any
// FastCGI handler here.
//   constant_bytes FILE CONTENT-TYPE
#include <fstream>
#include <iterator>
#include <string>

#include <fcgiapp.h>

int main(int count, char** arguments) {
    if (count != 3) return 64;
    std::ifstream in{arguments[1], std::ios::binary};
    std::string const body{std::istreambuf_iterator<char>{in}, {}};
    std::string const answer = std::string{"Content-Type: "} + arguments[2] +
                               "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    FCGX_Init();
    FCGX_Request request;
    FCGX_InitRequest(&request, 0, 0);
    while (FCGX_Accept_r(&request) >= 0) {
        FCGX_PutStr(answer.data(), int(answer.size()), request.out);
        FCGX_Finish_r(&request);
    }
}
